package org.dashdot.notification;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/** The transactions around each attempt to deliver; the attempt itself is made outside of them. */
@Stateless
@LocalBean
@Local(BlindSpot.class)
public class Outbox implements BlindSpot {

  private static final Actor NOTIFIER = Actor.system("notifier");
  private static final int BATCH = 50;

  @Inject Notifications notifications;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Duty duty;
  @Inject @Any Instance<NotificationChannel> channels;

  /** A message whose row says "sending" and is committed. */
  public record Attempt(Long id, String channel, NotificationChannel.Message message) {}

  /** A delivery as the ticket shows it. */
  public record Delivery(
      String person,
      String channel,
      String reason,
      String state,
      Instant createdAt,
      Instant sentAt,
      int attempts,
      String lastError) {}

  public List<Delivery> of(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return notifications.of(number.value()).stream()
        .map(
            n ->
                new Delivery(
                    n.person().name(),
                    n.channel(),
                    n.reason(),
                    n.state().name(),
                    n.createdAt(),
                    n.sentAt(),
                    n.attempts(),
                    n.lastError()))
        .toList();
  }

  public List<Long> due() {
    return notifications.due(clock.instant(), BATCH);
  }

  /** Commits that this message is being sent; empty when it was withdrawn or taken meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Attempt> begin(Long id) {
    Notification n = notifications.locked(id);
    if (n.state() != Notification.State.WAITING) {
      return Optional.empty();
    }
    n.sending(clock.instant());
    return Optional.of(
        new Attempt(
            id,
            n.channel(),
            new NotificationChannel.Message(
                n.messageId(),
                n.ticket().number().toString(),
                n.person().email(),
                n.person().name(),
                n.subject(),
                n.body())));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void succeeded(Long id) {
    Notification n = notifications.locked(id);
    n.sent(clock.instant());
    timeline.add(
        n.ticket(),
        TimelineEntry.Kind.TOLD,
        NOTIFIER,
        "told " + n.person().name() + " by " + n.channel() + ": " + n.reason());
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(Long id, DeliveryException error) {
    Notification n = notifications.locked(id);
    Instant now = clock.instant();
    boolean late = n.createdAt().plus(settings.duration("outbox.give-up")).isBefore(now);
    if (error.recoverable() && !late) {
      n.retry(error.getMessage(), now.plus(pause(n.attempts())));
    } else {
      n.failed(error.getMessage());
      timeline.add(
          n.ticket(),
          TimelineEntry.Kind.NOT_TOLD,
          NOTIFIER,
          n.person().name() + " could not be told by " + n.channel() + ": " + error.getMessage());
    }
  }

  /**
   * Messages that a crash interrupted: they may have left. A mail is sent again under its old id.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recover(Instant startedBefore) {
    for (Long id : notifications.interrupted(startedBefore)) {
      Notification n = notifications.locked(id);
      n.retry("interrupted: it may have been delivered", clock.instant());
      timeline.add(
          n.ticket(),
          TimelineEntry.Kind.NOTE,
          NOTIFIER,
          "the message to "
              + n.person().name()
              + " was interrupted and may have been delivered; it is sent again");
    }
  }

  /** Doubling from the first pause to the longest, with a random tenth against stampedes. */
  private Duration pause(int attempts) {
    long first = settings.duration("outbox.first-retry").toMillis();
    long longest = settings.duration("outbox.longest-retry").toMillis();
    long pause = Math.min(longest, first << Math.min(20, Math.max(0, attempts - 1)));
    return Duration.ofMillis(pause + ThreadLocalRandom.current().nextLong(pause / 10 + 1));
  }

  @Override
  public List<String> blind() {
    return channels.stream()
        .filter(NotificationChannel::available)
        .map(NotificationChannel::name)
        .filter(this::lastFailed)
        .map(name -> name + " cannot leave")
        .toList();
  }

  /** The portal shows tickets, but reaches only who looks. */
  @Override
  public List<String> notes() {
    boolean somebody =
        channels.stream()
            .filter(NotificationChannel::available)
            .anyMatch(c -> duty.onDuty().stream().anyMatch(p -> c.reaches(p.email())));
    return somebody ? List.of() : List.of("nobody can be told yet");
  }

  private boolean lastFailed(String channel) {
    return notifications.lastOutcome(channel).stream().anyMatch(row -> row[0] != null);
  }
}
