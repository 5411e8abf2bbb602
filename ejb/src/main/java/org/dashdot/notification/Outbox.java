package org.dashdot.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/** The transactions around each attempt to deliver; the attempt itself is made outside of them. */
@Stateless
public class Outbox {

  private static final int BATCH = 50;

  @Inject Notifications notifications;
  @Inject Gathering gathering;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Channels channels;
  @Inject Fallthrough fallthrough;
  @Inject Letters letters;
  @Inject Retries retries;

  /** A message whose rows say "sending" and are committed: one row, or those of a list. */
  public record Attempt(List<Long> ids, String channel, NotificationChannel.Message message) {}

  /**
   * A delivery as the ticket shows it.
   *
   * @param receipt what its gateway said of it last; null when nothing
   * @param providerId by what its gateway knows it; null when it did not say
   */
  public record Delivery(
      String person,
      String channel,
      String reason,
      String state,
      Instant createdAt,
      Instant sentAt,
      int attempts,
      String lastError,
      Receipt receipt,
      Instant receiptAt,
      String providerId) {

    static Delivery of(Notification n) {
      return new Delivery(
          n.person().name(),
          n.channel(),
          n.reason(),
          n.state().name(),
          n.createdAt(),
          n.sentAt(),
          n.attempts(),
          n.lastError(),
          n.receipt(),
          n.receiptAt(),
          n.providerId());
    }
  }

  public List<Delivery> of(TicketNumber number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return notifications.of(number.value()).stream().map(Delivery::of).toList();
  }

  /** What is due, by channel: none of them waits for another. */
  public Map<String, List<Long>> due() {
    Instant now = clock.instant();
    Map<String, List<Long>> due = new TreeMap<>();
    for (String channel : notifications.channelsDue(now)) {
      due.put(channel, notifications.due(channel, now, BATCH));
    }
    return due;
  }

  /**
   * Commits that this message is being sent; empty when it was taken meanwhile, is true no longer
   * or may not leave at this hour.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Attempt> begin(Long id) {
    Instant now = clock.instant();
    if (gathering.gathers(id, now)) {
      return Optional.empty();
    }
    List<Notification> together = new ArrayList<>();
    for (Notification n : notifications.lockedTogether(id, now)) {
      if (!StillTrue.of(n) || n.attempts() > 0 && fallthrough.madeGood(n)) {
        n.withdraw();
      } else {
        retries.quietUntil(n, now).ifPresentOrElse(n::putOff, () -> together.add(n));
      }
    }
    if (together.isEmpty()) {
      return Optional.empty();
    }
    String key = Secrets.key();
    together.forEach(n -> sending(n, now, key));
    NotificationChannel channel = channels.named(together.get(0).channel());
    return Optional.of(
        new Attempt(
            together.stream().map(Notification::id).toList(),
            channel.name(),
            letters.of(together, channel, key)));
  }

  private void sending(Notification n, Instant now, String key) {
    n.sending(now, key);
    boolean urgent =
        n.ticket() != null && n.ticket().priority().high() && Wording.takeable(n.ticket());
    if (urgent && n.attempts() == 1 && n.insteadOf() == null) {
      n.nextPersonAt(now.plus(settings.duration("notify.next-person")));
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void succeeded(Attempt attempt) {
    int others = attempt.ids().size() - 1;
    boolean receipts = channels.named(attempt.channel()).receipts();
    Instant now = clock.instant();
    for (Long id : attempt.ids()) {
      Notification n = notifications.locked(id);
      if (!n.inAttempt(attempt.message().receiptKey())) {
        // Its receipt was quicker, and said that it failed.
        continue;
      }
      n.sent(now, receipts ? now.plus(settings.duration("notify.receipt")) : null);
      if (n.step().startsWith(ContactDesk.CODE)) {
        n.forgetBody();
      }
      say(
          n,
          TimelineEntry.Kind.TOLD,
          "told "
              + n.person().name()
              + " by "
              + n.channel()
              + ": "
              + n.reason()
              + (others == 0 ? "" : ", in one list with " + others + " more"));
    }
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void failed(Attempt attempt, DeliveryException error) {
    Instant now = clock.instant();
    List<Notification> together = attempt.ids().stream().map(notifications::locked).toList();
    // One pause for all, so that a list stays one.
    Instant again = now.plus(retries.pause(together.get(0).attempts()));
    boolean repeatable = channels.named(attempt.channel()).repeatable();
    for (Notification n : together) {
      if (n.state() != Notification.State.SENDING) {
        continue;
      }
      if (error.unknown() && !repeatable) {
        perhaps(n, now, error.getMessage());
      } else {
        failed(n, error, again);
      }
    }
  }

  private void failed(Notification n, DeliveryException error, Instant again) {
    if (error.recoverable() && n.attempts() < retries.most() && n.ticket() != null) {
      n.retry(error.getMessage(), again);
      // The next channel need not wait for this one to be well again.
      if (n.attempts() == 1) {
        fallthrough.next(n);
      }
    } else {
      n.failed(error.getMessage());
      say(
          n,
          TimelineEntry.Kind.NOT_TOLD,
          n.person().name() + " could not be told by " + n.channel() + ": " + error.getMessage());
      fallthrough.next(n);
    }
  }

  /** It may have left, and a second one would be another message to whoever got it. */
  private void perhaps(Notification n, Instant now, String why) {
    Instant due = n.sendingSince().plus(settings.duration("notify.receipt"));
    n.sent(n.sendingSince(), due.isBefore(now) ? now : due);
    say(
        n,
        TimelineEntry.Kind.NOTE,
        "the message to "
            + n.person().name()
            + " by "
            + n.channel()
            + " may have been delivered ("
            + why
            + "); it is not repeated, and the next channel follows when no receipt comes");
  }

  /** Messages whose sending began long ago and never ended, since this node or another died. */
  public List<Long> interrupted() {
    return notifications.interrupted(interruptedBefore());
  }

  private Instant interruptedBefore() {
    return clock.instant().minus(settings.duration("outbox.interrupted"));
  }

  /**
   * Goes on with a message that was interrupted: it may have left. What its receiver knows by its
   * id is sent again under it.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recover(Long id) {
    Notification n = notifications.locked(id);
    if (!n.interrupted(interruptedBefore())) {
      return;
    }
    Instant now = clock.instant();
    if (!channels.named(n.channel()).repeatable()) {
      perhaps(n, now, "its sending was interrupted");
      return;
    }
    n.retry("interrupted: it may have been delivered", now);
    say(
        n,
        TimelineEntry.Kind.NOTE,
        "the message to "
            + n.person().name()
            + " was interrupted and may have been delivered; it is sent again");
  }

  /** What tries a contact belongs to no ticket's history. */
  private void say(Notification n, TimelineEntry.Kind kind, String text) {
    if (n.ticket() != null) {
      timeline.add(n.ticket(), kind, Telling.NOTIFIER, text);
    }
  }
}
