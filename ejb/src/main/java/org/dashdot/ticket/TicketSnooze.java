package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;

/**
 * An owner puts a ticket aside for a while: the dot does not count it and nobody is reminded. It
 * comes back by itself, and at once when it becomes more urgent or burns again.
 */
@Stateless
public class TicketSnooze {

  private static final int MOST = 200;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Tickets tickets;
  @Inject TicketDesk desk;
  @Inject Timeline timeline;
  @Inject Recency recency;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Puts it aside; whoever does this has taken it.
   *
   * @param until later than now, at most {@link #longest} from now
   * @param reason needed for a high ticket; else maybe null
   * @throws Overtaken when it is not as it was seen
   */
  public void snooze(
      TicketNumber number, Instant until, String reason, TicketSeen seen, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.WORK, TicketDesk.team(ticket));
    recency.toAct(actor);
    ticket.refuseWhenItOnlyCollects();
    if (!ticket.status().burning()) {
      throw new Conflict("Ticket #" + number + " does not burn: there is nothing to put aside.");
    }
    Duration most = longest(ticket);
    Duration length = Duration.between(clock.instant(), until);
    if (length.isNegative() || length.isZero() || length.compareTo(most) > 0) {
      throw new InvalidInput(
          "until", "A " + ticket.priority() + " can be put aside for at most " + words(most) + ".");
    }
    String why = reason == null ? "" : reason.trim();
    if (ticket.priority().high() && why.isEmpty() || why.length() > 1000) {
      throw new InvalidInput("reason", "Say why, in at most 1,000 characters.");
    }
    seen.require(ticket);
    if (ticket.acknowledgedAt() == null) {
      desk.acknowledge(number, actor);
    }
    ticket.snooze(until);
    timeline.add(
        ticket,
        TimelineEntry.Kind.SNOOZED,
        actor,
        "put aside for " + words(length) + (why.isEmpty() ? "" : ": " + why));
  }

  /** Takes it up again before its time. */
  public void wake(TicketNumber number, Actor actor) {
    Ticket ticket = tickets.locked(number);
    Rights.check(actor, Right.WORK, TicketDesk.team(ticket));
    recency.toAct(actor);
    if (ticket.wake()) {
      timeline.add(ticket, TimelineEntry.Kind.SNOOZED, actor, "taken up again");
    }
  }

  /** How long it may be put aside. */
  public Duration longest(Ticket ticket) {
    return settings.of(ticket.sourceName()).duration(ticket.priority().setting("snooze"));
  }

  /** How long a ticket may be put aside, by its priority alone. */
  public Duration longest(Priority priority) {
    return settings.duration(priority.setting("snooze"));
  }

  /** Those whose time has passed. */
  public List<Long> over() {
    return em.createQuery(
            "select t.id from Ticket t where t.snoozedUntil <= :now order by t.snoozedUntil",
            Long.class)
        .setParameter("now", clock.instant())
        .setMaxResults(MOST)
        .getResultList();
  }

  /** Ends a snooze whose time has passed; returns the ticket when it still burns, else null. */
  public Ticket end(TicketNumber number) {
    Ticket ticket = tickets.locked(number);
    boolean woken = ticket.wake();
    if (!woken || !ticket.status().burning()) {
      return null;
    }
    timeline.add(ticket, TimelineEntry.Kind.SNOOZED, Actor.system("snooze"), "no longer put aside");
    return ticket;
  }

  private static String words(Duration length) {
    long minutes = length.toMinutes();
    return minutes < 120
        ? minutes + " min"
        : minutes < 2880 ? minutes / 60 + " h" : minutes / 1440 + " days";
  }
}
