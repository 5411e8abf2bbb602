package org.dashdot.research;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dashdot.ticket.Link;

/**
 * Links to where a source draws its data, with the time of the ticket: Prometheus's graph page
 * ({@code g0.range_input}, {@code g0.end_input}) and Grafana's pages ({@code from}, {@code to} in
 * milliseconds). What is neither stays as it came.
 */
final class LinksOut {

  private static final Duration BEFORE = Duration.ofHours(1);
  private static final Duration AFTER = Duration.ofMinutes(15);

  private LinksOut() {}

  static List<Link> at(List<Link> links, Instant start, Instant now) {
    Instant until = start.plus(AFTER).isBefore(now) ? start.plus(AFTER) : now;
    return links.stream().map(link -> at(link, start.minus(BEFORE), until)).toList();
  }

  private static Link at(Link link, Instant from, Instant until) {
    URI uri;
    try {
      uri = URI.create(link.url());
    } catch (IllegalArgumentException e) {
      // Browsers are more forgiving than this class: such a link is passed on untouched.
      return link;
    }
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String query = uri.getRawQuery();
    if (path.endsWith("/graph") && query != null && query.contains("g0.expr=")) {
      long minutes = Duration.between(from, until).toMinutes();
      return new Link(
          "Prometheus, about that time",
          with(
              uri,
              List.of(
                  "g0.tab=0",
                  "g0.range_input=" + minutes + "m",
                  "g0.end_input=" + encoded(until.toString().substring(0, 19).replace('T', ' ')))));
    }
    if (path.matches(".*/(d|d-solo|alerting)/.*")) {
      return new Link(
          "Grafana: " + link.name(),
          with(uri, List.of("from=" + from.toEpochMilli(), "to=" + until.toEpochMilli())));
    }
    return link;
  }

  /** What is set anew replaces what stood there. */
  private static String with(URI uri, List<String> parts) {
    List<String> query = new ArrayList<>();
    if (uri.getRawQuery() != null) {
      Arrays.stream(uri.getRawQuery().split("&"))
          .filter(old -> parts.stream().noneMatch(part -> name(part).equals(name(old))))
          .forEach(query::add);
    }
    query.addAll(parts);
    String text = uri.toString().replaceFirst("[?#].*", "");
    return text + "?" + String.join("&", query);
  }

  private static String name(String part) {
    return part.split("=", 2)[0];
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
