package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.People;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.imperfection.Matcher;
import org.dashdot.imperfection.Matchers;
import org.dashdot.imperfection.SuppressionWindow;
import org.dashdot.imperfection.Suppressions;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;
import org.dashdot.signal.Sources;

/** Silences and maintenance windows: who may open them, what they hold, and how they end. */
@Stateless
public class SuppressionDesk {

  private static final Actor SUPPRESSOR = Actor.system("suppressor");
  private static final Duration SHORT = Duration.ofHours(4);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final int BATCH = 500;

  @Inject Suppressions suppressions;
  @Inject Imperfections imperfections;
  @Inject WindowTickets windows;
  @Inject Tickets tickets;
  @Inject TicketOpening opening;
  @Inject Timeline timeline;
  @Inject TicketLifecycle lifecycle;
  @Inject LifecycleMessages messages;
  @Inject WorkItems workItems;
  @Inject People people;
  @Inject Sources sources;
  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /**
   * What somebody asks for.
   *
   * @param startsAt null for now
   */
  public record Wish(
      SuppressionWindow.Kind kind,
      Matchers matchers,
      Instant startsAt,
      Instant endsAt,
      String reason) {}

  /**
   * Opens a window with a ticket of its own, which is its author's. What burns already and is
   * covered goes there at once.
   *
   * @throws InvalidInput naming the field at fault
   */
  public SuppressionWindow open(Wish wish, Actor actor) {
    Instant now = clock.instant();
    Instant starts =
        wish.startsAt() == null || wish.startsAt().isBefore(now) ? now : wish.startsAt();
    requireSense(wish, starts, now);
    Rights.check(actor, right(wish, starts), team(wish.matchers()));
    recency.toAct(actor);
    SuppressionWindow window =
        new SuppressionWindow(
            UUID.randomUUID().toString(),
            wish.kind(),
            wish.matchers(),
            starts,
            wish.endsAt(),
            actor.name(),
            wish.reason().trim(),
            now);
    window.collectsOn(ticket(window, actor).id());
    suppressions.add(window);
    audit.record(
        actor,
        "open " + window.kind().words(),
        window.uuid(),
        wish.matchers() + " until " + wish.endsAt());
    if (window.state(now) == SuppressionWindow.State.ACTIVE) {
      windows.gather(window);
    }
    return window;
  }

  private static void requireSense(Wish wish, Instant starts, Instant now) {
    if (wish.endsAt() == null || !wish.endsAt().isAfter(starts) || !wish.endsAt().isAfter(now)) {
      throw new InvalidInput("endsAt", "The end must lie after the beginning, and after now.");
    }
    if (Duration.between(starts, wish.endsAt()).compareTo(LONGEST) > 0) {
      throw new InvalidInput("endsAt", "A window lasts a year at most.");
    }
    if (wish.reason() == null || wish.reason().isBlank() || wish.reason().length() > 1000) {
      throw new InvalidInput("comment", "Say why, in at most 1,000 characters.");
    }
  }

  /** The longer it lasts, and when a P1 is among what it covers now, the more it takes. */
  private Right right(Wish wish, Instant starts) {
    Duration lasts = Duration.between(starts, wish.endsAt());
    boolean coversP1 =
        tickets.holding(imperfections.burning(wish.matchers()::match)).stream()
            .anyMatch(ticket -> ticket.priority() == Priority.P1);
    if (coversP1 || lasts.compareTo(WEEK) > 0) {
      return Right.SILENCE_ANYTHING;
    }
    return lasts.compareTo(SHORT) > 0 ? Right.SILENCE_FOR_A_WEEK : Right.SILENCE_BRIEFLY;
  }

  /** The team whose own it is, when the matchers name exactly one. */
  private Long team(Matchers matchers) {
    return matchers.all().stream()
        .filter(m -> m.name().equals("team") && m.equal() && !m.regex())
        .findFirst()
        .map(Matcher::value)
        .flatMap(people::team)
        .map(Team::id)
        .orElse(null);
  }

  private Ticket ticket(SuppressionWindow window, Actor actor) {
    Ticket ticket =
        new Ticket(
            new Ticket.Opening(
                window.kind() == SuppressionWindow.Kind.SILENCE
                    ? "Silence: " + window.reason()
                    : "Maintenance: " + window.reason(),
                TicketDispatch.source(actor),
                new GroupKey("window " + window.uuid()),
                window.kind().words(),
                Labels.of(Map.of()),
                Severity.INFO,
                null,
                Labels.of(Map.of()),
                false,
                clock.instant()));
    ticket.collecting(Collects.WINDOW);
    tickets.add(ticket);
    timeline.add(
        ticket,
        TimelineEntry.Kind.OPENED,
        actor,
        "opened: " + window.matchers() + " raises no ticket until " + window.endsAt());
    tickets.store();
    lifecycle.start(ticket.number());
    if (actor.personId() != null) {
      people.byId(actor.personId()).ifPresent(ticket::assign);
      workItems.follow(ticket);
    }
    return ticket;
  }

  /**
   * Ends a window now; what still burns gets its ticket within seconds.
   *
   * @throws Unknown when there is none of this id
   */
  public void expire(String uuid, Actor actor) {
    SuppressionWindow window = suppressions.locked(byUuid(uuid, actor));
    Rights.check(actor, Right.SILENCE_BRIEFLY, team(window.matchers()));
    recency.toAct(actor);
    window.expire(clock.instant());
    audit.record(actor, "end " + window.kind().words(), uuid, window.reason());
  }

  /**
   * Opens a window in the place of another one, which ends.
   *
   * @throws Unknown when there is no other one of this id
   */
  public SuppressionWindow replace(String uuid, Wish wish, Actor actor) {
    expire(uuid, actor);
    return open(wish, actor);
  }

  /**
   * @throws Unknown when there is none of this id
   */
  public SuppressionWindow byUuid(String uuid, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return suppressions
        .window(uuid)
        .orElseThrow(() -> new Unknown("There is no silence or maintenance window " + uuid));
  }

  /** The newest end first. */
  public List<SuppressionWindow> list(int most, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return suppressions.windows(most);
  }

  /** Windows that were planned and have begun take in what burnt before. */
  public void begin() {
    for (SuppressionWindow begun : suppressions.begun(clock.instant())) {
      SuppressionWindow window = suppressions.locked(begun);
      if (window.gatheredAt() == null) {
        windows.gather(window);
      }
    }
  }

  /** What is suppressed no longer, and still burns, gets its ticket at once. */
  public void release() {
    suppressions.ended(clock.instant()).forEach(this::release);
    raise(imperfections.locked(suppressions.withoutInhibitor(BATCH)));
  }

  private void release(SuppressionWindow ended) {
    SuppressionWindow window = suppressions.locked(ended);
    if (window.releasedAt() != null) {
      return;
    }
    List<Imperfection> held = imperfections.locked(suppressions.heldBy(window, BATCH));
    long burning = held.stream().filter(Imperfection::burning).count();
    raise(held);
    if (held.size() == BATCH) {
      // The rest follows in a transaction of its own.
      return;
    }
    Ticket ticket = tickets.locked(new TicketNumber(window.ticketId()));
    tickets.memberships(ticket.id()).forEach(m -> m.left(clock.instant()));
    window.released(clock.instant());
    ticket.stopReopening();
    ticket.ended(Outcome.WINDOW_OVER);
    timeline.add(
        ticket,
        TimelineEntry.Kind.CLEARED,
        SUPPRESSOR,
        burning == 0 ? "it ended" : "it ended; what still burns has its own tickets");
    messages.send(ticket, LifecycleMessage.Kind.WINDOW_OVER);
  }

  private void raise(List<Imperfection> free) {
    suppressions.end(free.stream().map(Imperfection::id).toList(), clock.instant());
    List<TicketOpening.Fired> fired =
        free.stream().filter(Imperfection::burning).map(this::fired).toList();
    if (!fired.isEmpty()) {
      opening.fired(fired);
    }
  }

  private TicketOpening.Fired fired(Imperfection imperfection) {
    return new TicketOpening.Fired(
        imperfection,
        imperfection.givenGroup(),
        sources.byId(imperfection.sourceId()).name(),
        false);
  }
}
