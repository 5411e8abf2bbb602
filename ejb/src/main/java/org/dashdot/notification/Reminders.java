package org.dashdot.notification;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.dashdot.notification.Notifications.Unacknowledged;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Tickets;

/**
 * A ticket that nobody acknowledges is told again, some times, besides being escalated; P4 is not.
 */
@Stateless
public class Reminders {

  private static final int MOST = 1000;

  @Resource SessionContext self;
  @Inject Tickets tickets;
  @Inject Notifications notifications;
  @Inject Notifier notifier;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Called from time to time; each ticket in a transaction of its own. */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void repeat() {
    EJBException failure = null;
    for (Unacknowledged one : notifications.unacknowledged(MOST)) {
      long time = due(one);
      String step = "repeat-" + time + "-" + one.urgentSince().getEpochSecond();
      if (time > 0 && !notifications.has(one.ticket(), step)) {
        try {
          self.getBusinessObject(Reminders.class).repeat(one.ticket(), step);
        } catch (EJBException e) {
          // The others are told all the same; the beat says what failed.
          failure = e;
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Tells the owner of one ticket again, unless they have acknowledged it meanwhile. */
  public void repeat(Long number, String step) {
    Ticket ticket = tickets.locked(new TicketNumber(number));
    if (ticket.acknowledgedAt() == null && ticket.assignee() != null) {
      notifier.repeat(ticket, step);
    }
  }

  /** Which repetition is due; 0 when none is yet. */
  private long due(Unacknowledged one) {
    Settings own = settings.of(one.sourceName());
    Duration every = own.duration(one.priority().setting("repeat"));
    long passed = Duration.between(one.told(), clock.instant()).toMillis() / every.toMillis();
    return Math.min(own.number(one.priority().setting("repeats")), passed);
  }
}
