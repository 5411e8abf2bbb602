package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.access.Administration;
import org.dashdot.ticket.Page;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.TicketQuery;
import org.dashdot.ticket.TicketRow;
import org.dashdot.ticket.TicketSearch;

/** The list of tickets; every choice is in the address, so that it can be sent to somebody. */
@Named
@RequestScoped
public class TicketsView {

  private static final int ROWS = 50;
  private static final List<String> FILTERS =
      List.of("q", "status", "priority", "team", "assignee", "sort");

  @Inject TicketSearch search;
  @Inject Administration administration;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private Page<TicketRow> page = new Page<>(List.of(), null, null, 0, true);

  public void load() {
    page =
        search.find(
            new TicketQuery(
                "all".equals(given("status")) ? null : given("status"),
                priority(),
                param("team"),
                param("assignee"),
                param("q"),
                param("sort"),
                ROWS,
                param("cursor"),
                "back".equals(param("go"))),
            me.actor());
  }

  private Priority priority() {
    return Arrays.stream(Priority.values())
        .filter(p -> p.name().equals(param("priority")))
        .findFirst()
        .orElse(null);
  }

  private String param(String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** What a filter is set to; without a choice the list shows what is not closed. */
  public String given(String name) {
    String value = param(name);
    return value == null && name.equals("status") ? "open" : value;
  }

  public boolean chosen(String name, String value) {
    return value.equals(given(name));
  }

  public Page<TicketRow> getPage() {
    return page;
  }

  public List<Administration.TeamRow> getTeams() {
    return administration.teams(me.actor());
  }

  public List<Administration.PersonRow> getPeople() {
    return administration.people(me.actor());
  }

  public boolean isFiltered() {
    return FILTERS.stream().anyMatch(name -> param(name) != null);
  }

  public String getNextAddress() {
    return page.next() == null ? null : address("cursor=" + encoded(page.next()));
  }

  public String getPreviousAddress() {
    return page.previous() == null ? null : address("go=back&cursor=" + encoded(page.previous()));
  }

  private String address(String cursor) {
    return "/tickets?"
        + Stream.concat(
                FILTERS.stream()
                    .filter(name -> param(name) != null)
                    .map(name -> name + "=" + encoded(param(name))),
                Stream.of(cursor))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
