package org.dashdot.response;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Outcome;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/** Decides who answers the closing question, and keeps the answers. */
@Stateless
public class Reviews {

  private static final Actor PROCESS = Actor.system("process");

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Tickets tickets;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Whether a person must be asked: a high ticket of a class that nobody reviewed lately. Every
   * other ticket gets its review here without a person.
   */
  public boolean needsPerson(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    if (of(ticket).isPresent()) {
      return false;
    }
    Optional<AutomationReview> known = lately(ticket.classKey());
    if (known.isPresent()) {
      AutomationReview k = known.get();
      record(
          ticket,
          k.potential(),
          k.means(),
          k.missingValidation(),
          AutomationReview.Origin.INHERITED,
          k.reviewer());
      return false;
    }
    if (ticket.priority().high()) {
      return true;
    }
    if (ticket.outcome() == Outcome.CLEARED_BY_ITSELF) {
      record(
          ticket,
          AutomationReview.Potential.FULLY,
          "it cleared by itself",
          null,
          AutomationReview.Origin.OBSERVED,
          "dash-dot");
    } else {
      unconfirmed(number);
    }
    return false;
  }

  /** The deadline passed: the ticket closes all the same. */
  public void unconfirmed(TicketNumber number) {
    Ticket ticket = tickets.get(number);
    if (of(ticket).isEmpty()) {
      record(
          ticket,
          AutomationReview.Potential.UNKNOWN,
          null,
          null,
          AutomationReview.Origin.UNCONFIRMED,
          "dash-dot");
    }
  }

  /** A person's answer; the hands-on time is taken from the timeline. */
  public void answered(
      Ticket ticket,
      AutomationReview.Potential potential,
      String means,
      String missingValidation,
      Actor actor) {
    record(
        ticket, potential, means, missingValidation, AutomationReview.Origin.PERSON, actor.name());
    timeline.add(
        ticket,
        TimelineEntry.Kind.REVIEWED,
        actor,
        "could have been handled without us: "
            + potential.name().toLowerCase(java.util.Locale.ROOT)
            + (means == null ? "" : ", by " + means)
            + (missingValidation == null ? "" : "; missing validation: " + missingValidation));
  }

  public Optional<AutomationReview> of(TicketNumber number) {
    return of(tickets.get(number));
  }

  private Optional<AutomationReview> of(Ticket ticket) {
    return em.createQuery(
            "select r from AutomationReview r where r.ticketId = :ticket", AutomationReview.class)
        .setParameter("ticket", ticket.id())
        .getResultStream()
        .findFirst();
  }

  private Optional<AutomationReview> lately(String classKey) {
    return em.createQuery(
            "select r from AutomationReview r where r.classKey = :class and r.origin = :person"
                + " and r.reviewedAt > :since order by r.reviewedAt desc",
            AutomationReview.class)
        .setParameter("class", classKey)
        .setParameter("person", AutomationReview.Origin.PERSON)
        .setParameter("since", clock.instant().minus(settings.duration("review.inherited")))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private void record(
      Ticket ticket,
      AutomationReview.Potential potential,
      String means,
      String missingValidation,
      AutomationReview.Origin origin,
      String reviewer) {
    Duration handsOn = timeline.handsOn(ticket.id());
    AutomationReview.Answer answer =
        new AutomationReview.Answer(potential, means, missingValidation, handsOn);
    Optional<AutomationReview> known = of(ticket);
    if (known.isPresent()) {
      known.get().answer(answer, origin, reviewer, clock.instant());
    } else {
      em.persist(
          new AutomationReview(
              ticket.id(), ticket.classKey(), answer, origin, reviewer, clock.instant()));
    }
    if (origin != AutomationReview.Origin.PERSON) {
      timeline.add(
          ticket,
          TimelineEntry.Kind.REVIEWED,
          PROCESS,
          "automation potential "
              + potential.name().toLowerCase(java.util.Locale.ROOT)
              + ", "
              + origin.name().toLowerCase(java.util.Locale.ROOT));
    }
  }
}
