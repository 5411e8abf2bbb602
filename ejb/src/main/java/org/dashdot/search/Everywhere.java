package org.dashdot.search;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Administration;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.check.CheckVersion;
import org.dashdot.check.Checks;
import org.dashdot.term.Words;
import org.dashdot.ticket.Page;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketQuery;
import org.dashdot.ticket.TicketRow;
import org.dashdot.ticket.TicketSearch;
import org.dashdot.ticket.Tickets;
import org.dashdot.topology.Node;
import org.dashdot.topology.Topology;

/** One question to everything that a person may look for. */
@Stateless
public class Everywhere {

  private static final Pattern NUMBER = Pattern.compile("\\s*#?(\\d{1,18})\\s*");
  private static final int MOST_TICKETS = 20;
  private static final int MOST_PEOPLE = 5;
  private static final int MOST_THEIRS = 5;
  private static final int MOST_THINGS = 20;
  private static final int MOST_EDGES = 500;

  @Inject TicketSearch tickets;
  @Inject Tickets stored;
  @Inject Administration administration;
  @Inject Topology topology;
  @Inject Checks checks;

  /**
   * A person and the newest of what they have to do.
   *
   * @param open tickets of theirs that are not closed
   */
  public record Who(String login, String name, Page<TicketRow> open) {}

  /**
   * What was found.
   *
   * @param tickets the newest first, closed ones too
   * @param things hosts, services and devices
   */
  public record Found(
      Page<TicketRow> tickets, List<Who> people, List<Node> things, List<CheckVersion> checks) {

    /** Whether there is nothing at all. */
    public boolean nothing() {
      return tickets.items().isEmpty() && people.isEmpty() && things.isEmpty() && checks.isEmpty();
    }
  }

  /** The ticket that the text is the number of, if there is such a ticket. */
  public Optional<TicketNumber> ticket(String text, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Matcher number = NUMBER.matcher(text == null ? "" : text);
    return number.matches()
        ? Optional.of(TicketNumber.parse(number.group(1))).filter(stored::exists)
        : Optional.empty();
  }

  /** Everything in which each of the words is; nothing for a text without words. */
  public Found find(String text, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    List<String> words = Words.asked(text);
    if (words.isEmpty()) {
      return new Found(new Page<>(List.of(), null, null, 0, true), List.of(), List.of(), List.of());
    }
    return new Found(
        page(null, null, text, MOST_TICKETS, actor),
        people(words, actor),
        things(text.trim()),
        checks(words));
  }

  private Page<TicketRow> page(
      String status, String assignee, String text, int limit, Actor actor) {
    return tickets.find(
        new TicketQuery(status, null, null, assignee, text, null, limit, null, false), actor);
  }

  private List<Who> people(List<String> words, Actor actor) {
    return administration.people(actor).stream()
        .filter(person -> has(person.name() + " " + person.login(), words))
        .limit(MOST_PEOPLE)
        .map(
            person ->
                new Who(
                    person.login(),
                    person.name(),
                    page("open", person.login(), null, MOST_THEIRS, actor)))
        .toList();
  }

  private List<Node> things(String text) {
    String part = text.toLowerCase(Locale.ROOT);
    return topology.search(text, MOST_EDGES).stream()
        .flatMap(edge -> Stream.of(edge.fact().upper(), edge.fact().lower()))
        .filter(node -> node.name().toLowerCase(Locale.ROOT).contains(part))
        .distinct()
        .limit(MOST_THINGS)
        .toList();
  }

  private List<CheckVersion> checks(List<String> words) {
    return checks.all().stream()
        .filter(version -> has(version.name() + " " + version.check().summary(), words))
        .limit(MOST_THINGS)
        .toList();
  }

  private static boolean has(String text, List<String> words) {
    String lower = text.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(lower::contains);
  }
}
