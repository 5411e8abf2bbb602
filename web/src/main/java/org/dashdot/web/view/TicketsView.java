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
import org.dashdot.ticket.TicketRow;
import org.dashdot.ticket.TicketSearch;

/** The list of tickets; every choice is in the address, so that it can be sent to somebody. */
@Named
@RequestScoped
public class TicketsView {

  private static final List<String> FILTERS =
      List.of("q", "status", "priority", "team", "assignee", "sort");

  private static final List<String> COLUMNS =
      List.of("status", "owner", "team", "source", "opened");

  @Inject TicketSearch search;
  @Inject Administration administration;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private Page<TicketRow> page = new Page<>(List.of(), null, null, 0, true);

  private List<Choice> choices = List.of();

  public void load() {
    page = search.find(ListQuery.of(request::getParameter), me.actor());
    choices = offered();
  }

  /** Colour where it means something: red is kept for what is high and burns. */
  public String tone(TicketRow row) {
    if (!row.status().burning()) {
      return "ok";
    }
    if (row.unconfirmed()) {
      return "busy";
    }
    return row.priority().high() ? "high" : "";
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

  /** One of a filter's values. */
  public record Option(String value, String label, boolean chosen) {}

  /** A filter with what can be chosen. */
  public record Choice(String name, String label, List<Option> options) {}

  public List<Choice> getChoices() {
    return choices;
  }

  private List<Choice> offered() {
    Stream<String[]> states =
        Stream.of(
                "open",
                "counted",
                "overdue",
                "found",
                "OPEN",
                "ACKNOWLEDGED",
                "CLEARED",
                "RESOLVED",
                "CLOSED")
            .map(status -> new String[] {status, Acts.text("status." + status)});
    Stream<String[]> teams =
        administration.teams(me.actor()).stream().map(t -> new String[] {t.name(), t.name()});
    Stream<String[]> people =
        administration.people(me.actor()).stream().map(p -> new String[] {p.login(), p.name()});
    return List.of(
        choice("status", "col.status", Stream.concat(states, first("all", "tickets.all"))),
        choice(
            "priority",
            "col.priority",
            Stream.concat(
                first("", "tickets.any"),
                Arrays.stream(Priority.values()).map(p -> new String[] {p.name(), p.name()}))),
        choice("team", "col.team", Stream.concat(first("", "tickets.any"), teams)),
        choice(
            "assignee",
            "col.owner",
            Stream.of(first("", "tickets.any"), first("nobody", "tickets.nobody"), people)
                .flatMap(options -> options)),
        choice(
            "sort",
            "tickets.sort",
            Stream.of("opened", "oldest", "priority")
                .map(sort -> new String[] {sort, Acts.text("tickets.sort." + sort)})));
  }

  private static Stream<String[]> first(String value, String key) {
    return Stream.<String[]>of(new String[] {value, Acts.text(key)});
  }

  private Choice choice(String name, String key, Stream<String[]> options) {
    return new Choice(
        name,
        Acts.text(key),
        options.map(o -> new Option(o[0], o[1], o[0].equals(given(name)))).toList());
  }

  /** How many there are, counted up to a limit. */
  public String getCount() {
    return page.totalExact()
        ? Acts.text("tickets.count").replace("{0}", String.valueOf(page.total()))
        : Acts.text("tickets.many");
  }

  /** What is acted on when not only this page's tickets are chosen, in words. */
  public String getEverything() {
    return Acts.text("lists.everything")
        .replace(
            "{0}",
            page.totalExact() ? String.valueOf(page.total()) : Acts.text("lists.everything.many"));
  }

  public Page<TicketRow> getPage() {
    return page;
  }

  public String getNextWord() {
    return word("tickets.older", "tickets.newer", "tickets.next");
  }

  public String getPreviousWord() {
    return word("tickets.newer", "tickets.older", "tickets.previous");
  }

  private String word(String newestFirst, String oldestFirst, String urgentFirst) {
    String sort = param("sort");
    return Acts.text(
        "priority".equals(sort) ? urgentFirst : "oldest".equals(sort) ? oldestFirst : newestFirst);
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
            .collect(Collectors.joining("&"))
        + columns();
  }

  /** The columns that can be left out. */
  public List<Option> getColumns() {
    return COLUMNS.stream()
        .map(name -> new Option(name, Acts.text("col." + name), shows(name)))
        .toList();
  }

  /** Whether a column is shown; without a choice all are. */
  public boolean shows(String column) {
    String[] chosen = request.getParameterValues("cols");
    return chosen == null
        || Arrays.stream(chosen)
            .flatMap(some -> Arrays.stream(some.split(",")))
            .anyMatch(column::equals);
  }

  private String columns() {
    return request.getParameterValues("cols") == null
        ? ""
        : "&cols="
            + encoded(COLUMNS.stream().filter(this::shows).collect(Collectors.joining(",")) + ",");
  }

  /** The filters of this list, for the links to its files. */
  public String getFilters() {
    return FILTERS.stream()
        .filter(name -> given(name) != null)
        .map(name -> "&" + name + "=" + encoded(given(name)))
        .collect(Collectors.joining());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
