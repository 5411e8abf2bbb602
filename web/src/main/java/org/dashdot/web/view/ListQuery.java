package org.dashdot.web.view;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.TicketQuery;

/** What a list's address asks for. */
final class ListQuery {

  /** How many tickets a page of the list has. */
  static final int ROWS = 50;

  private ListQuery() {}

  /** Of the query part of an address, without the question mark. */
  static TicketQuery read(String query) {
    Map<String, String> values =
        Arrays.stream(query.split("&"))
            .map(part -> part.split("=", 2))
            .filter(part -> part.length == 2)
            .collect(
                Collectors.toMap(
                    part -> part[0],
                    part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8),
                    (first, again) -> first));
    values.keySet().removeAll(Set.of("cursor", "go"));
    return of(values::get);
  }

  /**
   * By the names of its filters; without a status the list shows what is not closed.
   *
   * @param given the value of a filter; null or blank when it is not set
   */
  static TicketQuery of(Function<String, String> given) {
    Function<String, String> set =
        name -> given.apply(name) == null || given.apply(name).isBlank() ? null : given.apply(name);
    String status = set.apply("status");
    return new TicketQuery(
        status == null ? "open" : status,
        Arrays.stream(Priority.values())
            .filter(p -> p.name().equals(set.apply("priority")))
            .findFirst()
            .orElse(null),
        set.apply("team"),
        set.apply("assignee"),
        set.apply("q"),
        set.apply("sort"),
        ROWS,
        set.apply("cursor"),
        "back".equals(set.apply("go")));
  }
}
