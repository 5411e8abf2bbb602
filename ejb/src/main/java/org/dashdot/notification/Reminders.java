package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  @Inject Tickets tickets;
  @Inject Notifications notifications;
  @Inject Notifier notifier;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * One telling that is due.
   *
   * @param step by what its message is known
   */
  public record Due(Long ticket, String step) {}

  /** What is due by now and was not told yet. */
  public List<Due> due() {
    List<Due> due = new ArrayList<>();
    for (Unacknowledged one : notifications.unacknowledged(MOST)) {
      long time = repetition(one);
      String step = "repeat-" + time + "-" + one.urgentSince().getEpochSecond();
      if (time > 0 && !notifications.has(one.ticket(), step)) {
        due.add(new Due(one.ticket(), step));
      }
    }
    return due;
  }

  /** Tells the owner of one ticket again, unless they have acknowledged it meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void repeat(Due one) {
    Ticket ticket = tickets.locked(new TicketNumber(one.ticket()));
    if (ticket.acknowledgedAt() == null && ticket.assignee() != null) {
      notifier.repeat(ticket, one.step());
    }
  }

  /** Which repetition is due; 0 when none is yet. */
  private long repetition(Unacknowledged one) {
    Settings own = settings.of(one.sourceName());
    Duration every = own.duration(one.priority().setting("repeat"));
    long passed = Duration.between(one.told(), clock.instant()).toMillis() / every.toMillis();
    return Math.min(own.number(one.priority().setting("repeats")), passed);
  }
}
