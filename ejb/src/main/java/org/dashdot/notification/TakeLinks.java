package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Logins;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;

/**
 * The links in messages. Looking at one spends nothing, since programs that scan mail look at them
 * all; taking the ticket does.
 */
@Stateless
public class TakeLinks {

  private static final String ORIGIN = "mail link";

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Tickets tickets;
  @Inject People people;
  @Inject TicketDesk desk;
  @Inject Logins logins;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * What whoever holds a link may see: enough to decide.
   *
   * @param takes by whose name the link takes it; null when it takes nothing any more
   */
  public record Glance(
      long number,
      String priority,
      String status,
      boolean burning,
      String title,
      Instant since,
      Instant clearedAt,
      String owner,
      String runbook,
      String zone,
      String takes) {}

  /** Makes a link for one receiver; its secret is known to the message only. */
  public String make(Ticket ticket, Person person) {
    String secret = Secrets.link();
    Instant until = clock.instant().plus(settings.duration("notify.link-lasts"));
    em.persist(new TakeLink(Secrets.hash(secret), ticket, person, until));
    return secret;
  }

  /** Empty when there is no such link for this ticket, or it has ended. */
  public Optional<Glance> look(TicketNumber number, String secret) {
    return find(number, secret, LockModeType.NONE)
        .map(
            link -> {
              Ticket ticket = tickets.get(number);
              Person person = link.person();
              String takes = Wording.takeable(ticket) ? person.name() : null;
              return glance(ticket, person.zone(), takes);
            });
  }

  /** The same for whoever is logged in. */
  public Glance look(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Ticket ticket = tickets.get(number);
    ZoneId zone = people.byId(actor.personId()).map(Person::zone).orElse(ZoneOffset.UTC);
    return glance(ticket, zone, Wording.takeable(ticket) ? actor.name() : null);
  }

  /** Acknowledges as the person whom the link was sent to; the link is spent. */
  public void take(TicketNumber number, String secret) {
    TakeLink link =
        find(number, secret, LockModeType.PESSIMISTIC_WRITE)
            .orElseThrow(
                () -> new Conflict("This link has ended or was used. Log in to take the ticket."));
    Actor actor =
        logins
            .again(link.person().id(), ORIGIN)
            .orElseThrow(() -> new Conflict("This link's person cannot log in any more."));
    link.use(clock.instant());
    desk.acknowledgeUntaken(number, actor);
  }

  private Optional<TakeLink> find(TicketNumber number, String secret, LockModeType lock) {
    if (secret == null || secret.isBlank()) {
      return Optional.empty();
    }
    return em.createQuery("select l from TakeLink l where l.hash = :hash", TakeLink.class)
        .setParameter("hash", Secrets.hash(secret))
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .filter(link -> link.usable(number.value(), clock.instant()));
  }

  private static Glance glance(Ticket ticket, ZoneId zone, String takes) {
    return new Glance(
        ticket.number().value(),
        ticket.priority().toString(),
        ticket.status().name(),
        ticket.status().burning(),
        ticket.title(),
        ticket.openedAt(),
        ticket.clearedAt(),
        ticket.assignee() == null ? null : ticket.assignee().name(),
        ticket.runbookUrl(),
        zone.getId(),
        takes);
  }
}
