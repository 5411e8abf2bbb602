package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.access.Team;
import org.dashdot.shared.MadeAtStart;
import org.dashdot.shared.Settings;

/**
 * Gives a ticket to somebody else or another priority, and remembers how it was before; callers
 * bring the transaction, the lock, and have checked that it may be.
 */
@ApplicationScoped
public class TicketChanges implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Timeline timeline;
  @Inject WorkItems workItems;
  @Inject LifecycleMessages messages;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /**
   * Null as person gives it to nobody. A high ticket that burns must be taken by whoever it is
   * given to: until then it is nobody's word that somebody works on it.
   */
  void hand(Ticket ticket, Person person, Team team, String words, Actor actor) {
    TicketChange.Before before = TicketChange.Before.of(ticket);
    ticket.handTo(team);
    ticket.assign(person);
    boolean own = person != null && person.id().equals(actor.personId());
    boolean anew = !own && ticket.priority().high() && ticket.wanted(clock.instant());
    if (anew) {
      messages.send(ticket, LifecycleMessage.Kind.PRIORITY_CHANGED);
    }
    workItems.follow(ticket);
    timeline.add(
        ticket,
        TimelineEntry.Kind.ASSIGNED,
        actor,
        words + (person == null ? "nobody" : person.name()) + ", team " + team.name());
    // For what is nobody's now the process finds somebody.
    if (!anew || person != null) {
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.HANDED_OVER, actor));
    }
    remember(TicketChange.Kind.HANDED_OVER, before, ticket, actor);
  }

  void prioritise(Ticket ticket, Priority priority, String why, Actor actor) {
    TicketChange.Before before = TicketChange.Before.of(ticket);
    ticket.prioritise(priority, overdue(ticket, priority), clock.instant());
    timeline.add(
        ticket,
        TimelineEntry.Kind.PRIORITY,
        actor,
        before.priority() + " became " + priority + ": " + why);
    messages.send(ticket, LifecycleMessage.Kind.PRIORITY_CHANGED);
    if (priority.moreUrgentThan(before.priority())) {
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.WORSE, actor));
    }
    remember(TicketChange.Kind.PRIORITISED, before, ticket, actor);
  }

  /** Makes a ticket that lives again as it was before the change. */
  void restore(Ticket ticket, TicketChange.Before before) {
    if (before.team() != null) {
      ticket.handTo(before.team());
    }
    ticket.assign(before.assignee());
    if (ticket.priority() != before.priority()) {
      ticket.prioritise(before.priority(), overdue(ticket, before.priority()), clock.instant());
      messages.send(ticket, LifecycleMessage.Kind.PRIORITY_CHANGED);
    }
    workItems.follow(ticket);
  }

  /** Somebody called it no real problem. */
  void dismissed(Ticket ticket, Actor actor) {
    remember(TicketChange.Kind.DISMISSED, TicketChange.Before.of(ticket), ticket, actor);
  }

  private Instant overdue(Ticket ticket, Priority priority) {
    return settings
        .of(ticket.sourceName())
        .after(priority.setting("overdue"), ticket.openedAt(), ticket.team().zone());
  }

  /** Only the last change can be taken back, and only by the person who made it. */
  private void remember(
      TicketChange.Kind kind, TicketChange.Before before, Ticket ticket, Actor actor) {
    Optional<TicketChange> known = last(ticket);
    if (actor.personId() == null) {
      known.ifPresent(em::remove);
      return;
    }
    TicketChange change = known.orElseGet(() -> new TicketChange(ticket.id()));
    change.made(kind, before, ticket, actor.personId(), clock.instant());
    if (known.isEmpty()) {
      em.persist(change);
    }
  }

  Optional<TicketChange> last(Ticket ticket) {
    return Optional.ofNullable(em.find(TicketChange.class, ticket.id()));
  }

  void forget(TicketChange change) {
    em.remove(change);
  }
}
