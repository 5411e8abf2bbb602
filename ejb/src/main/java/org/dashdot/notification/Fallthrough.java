package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dashdot.access.Person;
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
  @Inject Ways ways;
  @Inject Channels channels;
  @Inject Clock clock;

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
      notReached(failing, false);
    }
  }

  /**
   * Tells the next person unless this one is known to have it; once for all ways by which they were
   * told. Callers hold the locks of all these messages.
   */
  void nextPersonUnlessReached(Notification first) {
    first.forgetNextPerson();
    List<Notification> all = notifications.ofOccasion(first);
    all.forEach(Notification::forgetNextPerson);
    if (all.stream().noneMatch(this::reached)) {
      notReached(first, all.stream().anyMatch(Notification::reached));
    }
  }

  /** Whether the message that stands in for this one has reached the person. */
  boolean madeGood(Notification message) {
    return message.occasion() != null
        && notifications.ofOccasion(message).stream()
            .anyMatch(n -> message.id().equals(n.insteadOf()) && reached(n));
  }

  /**
   * A mail that its server took may lie there until the morning: of something urgent that is enough
   * only for whoever has no channel that knows better.
   */
  private boolean reached(Notification message) {
    return message.reached()
        && (channels.named(message.channel()).kind() != ContactKind.MAIL
            || !message.ticket().priority().high()
            || !hasReceipts(message.person()));
  }

  private boolean hasReceipts(Person person) {
    return ways.of(person, Urgency.HIGH, clock.instant()).all().stream()
        .anyMatch(way -> channels.named(way.channel()).receipts());
  }

  /**
   * @param taken whether a server took some message, so that it is not for lack of a channel
   */
  private void notReached(Notification message, boolean taken) {
    message.forgetNextPerson();
    String name = message.person().name();
    timeline.add(
        message.ticket(),
        TimelineEntry.Kind.NOT_TOLD,
        Telling.NOTIFIER,
        taken ? name + " is not known to have it in time" : name + " could not be told");
    if (!taken) {
      setUp.couldNotTell(message.ticket());
    }
    unreached.fire(new Unreached(message.ticket(), message.person()));
  }
}
