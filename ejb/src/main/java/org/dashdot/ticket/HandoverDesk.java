package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.imperfection.SuppressionWindow;
import org.dashdot.imperfection.Suppressions;
import org.dashdot.oncall.ShiftEnds;
import org.dashdot.oncall.ShiftHandover;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;
import org.dashdot.shared.Unknown;

/**
 * The end of a shift: what the next person must know and takes over. What is high stays with
 * whoever had it until it is taken.
 */
@Stateless
public class HandoverDesk {

  private static final int MOST_SILENCES = 200;
  private static final int LONGEST_NOTE = 4000;

  @Inject ShiftTickets shiftTickets;
  @Inject ShiftEnds ends;
  @Inject TicketDispatch dispatch;
  @Inject Suppressions suppressions;
  @Inject Settings settings;
  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /** A silence that ends in the next shift's first day. */
  public record Ending(String reason, Instant endsAt, Long ticket) {}

  /**
   * A handover as its page shows it.
   *
   * @param incoming null when nobody comes next
   * @param high what burns or is not resolved, and is urgent
   * @param waiting the outgoing person's other open tickets
   * @param takenBy null while nobody has taken over
   * @param mine whether the caller is the one who takes over
   */
  public record View(
      Long rotation,
      String team,
      String name,
      Instant at,
      String outgoing,
      String incoming,
      List<TicketRow> high,
      List<TicketRow> waiting,
      List<Ending> silences,
      String note,
      String notedBy,
      String takenBy,
      Instant takenAt,
      boolean mine) {}

  /** Those that are near: soon, or past and not done with. The next to be done first. */
  public List<View> near(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Instant now = clock.instant();
    return ends
        .between(
            now.minus(settings.duration("handover.shown")),
            now.plus(settings.duration("handover.before")))
        .stream()
        .map(end -> view(end, actor))
        .filter(view -> matters(view, now))
        .toList();
  }

  /** A past one without anything to take is of interest for as long as one to come. */
  private boolean matters(View view, Instant now) {
    return view.at().isAfter(now.minus(settings.duration("handover.untaken-long")))
        || view.takenBy() == null && !view.high().isEmpty();
  }

  private View view(ShiftEnds.End end, Actor actor) {
    ShiftHandover known = ends.known(end.rotation(), end.at()).orElse(null);
    List<Ticket> open = shiftTickets.open(end);
    return new View(
        end.rotation(),
        end.team().name(),
        end.name(),
        end.at(),
        end.outgoing().name(),
        end.incoming() == null ? null : end.incoming().name(),
        open.stream().filter(t -> t.priority().high()).map(TicketSearch::row).toList(),
        open.stream().filter(t -> !t.priority().high()).map(TicketSearch::row).toList(),
        silences(end.at()),
        known == null ? null : known.note(),
        known == null ? null : known.notedBy(),
        known == null ? null : known.takenBy(),
        known == null ? null : known.takenAt(),
        takes(end, actor));
  }

  /** The incoming person; where nobody comes, whoever may. */
  private static boolean takes(ShiftEnds.End end, Actor actor) {
    return end.incoming() == null
        ? actor.personId() != null && !actor.personId().equals(end.outgoing().id())
        : end.incoming().id().equals(actor.personId());
  }

  private List<Ending> silences(Instant at) {
    return suppressions.windows(MOST_SILENCES).stream()
        .filter(w -> w.state(clock.instant()) == SuppressionWindow.State.ACTIVE)
        .filter(w -> w.endsAt().isBefore(at.plus(Duration.ofDays(1))))
        .map(w -> new Ending(w.reason(), w.endsAt(), w.ticketId()))
        .toList();
  }

  /** Leaves a word for whoever comes next, in place of the one before. */
  public void note(Long rotation, Instant at, String text, Actor actor) {
    Rights.check(actor, Right.NOTE, null);
    recency.toAct(actor);
    if (text != null && text.length() > LONGEST_NOTE) {
      throw new InvalidInput("note", "A note has at most 4,000 characters.");
    }
    ShiftEnds.End end = end(rotation, at);
    ends.of(end.rotation(), end.at())
        .note(text == null || text.isBlank() ? null : text.trim(), actor.name());
    audit.record(actor, "note handover", words(end), null);
  }

  /**
   * Gives everything of the outgoing person's to the caller, who comes next.
   *
   * @throws Conflict when somebody else comes next
   */
  public int takeAll(Long rotation, Instant at, Actor actor) {
    recency.toAct(actor);
    ShiftEnds.End end = end(rotation, at);
    if (!takes(end, actor)) {
      throw new Conflict(
          "This shift is taken over by "
              + (end.incoming() == null ? "somebody else" : end.incoming().name())
              + ".");
    }
    List<TicketNumber> numbers = new ArrayList<>();
    shiftTickets.open(end).forEach(ticket -> numbers.add(ticket.number()));
    numbers.sort(Comparator.comparingLong(TicketNumber::value));
    numbers.forEach(
        number -> dispatch.handOver(number, actor.personId(), null, TicketSeen.ANY, actor));
    ends.of(end.rotation(), end.at()).taken(actor.name(), clock.instant());
    audit.record(actor, "take over shift", words(end), numbers.size() + " tickets");
    return numbers.size();
  }

  private ShiftEnds.End end(Long rotation, Instant at) {
    Instant now = clock.instant();
    return ends
        .between(
            now.minus(settings.duration("handover.shown")),
            now.plus(settings.duration("handover.before")))
        .stream()
        .filter(end -> Objects.equals(end.rotation(), rotation) && end.at().equals(at))
        .findFirst()
        .orElseThrow(() -> new Unknown("This shift does not end so soon any more."));
  }

  private static String words(ShiftEnds.End end) {
    return end.team().name() + ", " + end.name() + " at " + end.at();
  }
}
