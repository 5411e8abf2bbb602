package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/**
 * What fails by one channel goes by the next one, and then to the next person. Callers bring the
 * transaction and hold the message's lock.
 */
@ApplicationScoped
public class Fallthrough {

  @Inject Notifications notifications;
  @Inject Telling telling;
  @Inject Timeline timeline;
  @Inject SetUpTicket setUp;
  @Inject Event<Unreached> unreached;

  /**
   * By the next channel at once; when there is none and nothing else is on its way to the person,
   * they cannot be told.
   */
  void next(Notification failing) {
    if (failing.ticket() == null || failing.occasion() == null || failing.noLongerTrue()) {
      return;
    }
    Optional<String> channel = telling.byNextWay(failing);
    if (channel.isPresent()) {
      timeline.add(
          failing.ticket(),
          TimelineEntry.Kind.NOTE,
          Telling.NOTIFIER,
          failing.person().name() + " is told by " + channel.get() + " instead");
      return;
    }
    List<Notification> all = notifications.ofOccasion(failing);
    if (all.stream().noneMatch(Notification::alive)) {
      notReached(failing, "by any channel");
    }
  }

  /** Whether anything is known to have reached the person; else the next one is told. */
  void nextPersonUnlessReached(Notification first) {
    first.forgetNextPerson();
    if (notifications.ofOccasion(first).stream().noneMatch(Notification::reached)) {
      notReached(first, "in time");
    }
  }

  /** Whether the message that stands in for this one has reached the person. */
  boolean madeGood(Notification message) {
    return message.occasion() != null
        && notifications.ofOccasion(message).stream()
            .anyMatch(n -> message.id().equals(n.insteadOf()) && n.reached());
  }

  private void notReached(Notification message, String how) {
    message.forgetNextPerson();
    timeline.add(
        message.ticket(),
        TimelineEntry.Kind.NOT_TOLD,
        Telling.NOTIFIER,
        message.person().name() + " could not be told " + how);
    setUp.couldNotTell(message.ticket());
    unreached.fire(new Unreached(message.ticket(), message.person()));
  }
}
