package org.dashdot.notification;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
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

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Notifications notifications;
  @Inject Gathering gathering;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Duty duty;
  @Inject @Any Instance<NotificationChannel> channels;

  /** A message whose rows say "sending" and are committed: one row, or those of a list. */
  public record Attempt(List<Long> ids, String channel, NotificationChannel.Message message) {}

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
    Instant now = clock.instant();
    if (gathering.gathers(id, now)) {
      return Optional.empty();
    }
    List<Notification> together = notifications.lockedTogether(id, now);
    if (together.isEmpty()) {
      return Optional.empty();
    }
    together.forEach(n -> n.sending(now));
    Notification first = together.get(0);
    boolean list = together.size() > 1;
    Notification.Text text =
        list
            ? Texts.list(together)
            : new Notification.Text(first.reason(), first.subject(), first.body());
    return Optional.of(
        new Attempt(
            together.stream().map(Notification::id).toList(),
            first.channel(),
            new NotificationChannel.Message(
                first.messageId() + (list ? ".list" : ""),
                list ? "list." + first.messageId() : first.ticket().number().toString(),
                first.person().email(),
                first.person().name(),
                text.subject(),
                text.body())));
  }

  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void succeeded(Attempt attempt) {
    int others = attempt.ids().size() - 1;
    for (Long id : attempt.ids()) {
      Notification n = notifications.locked(id);
      n.sent(clock.instant());
      timeline.add(
          n.ticket(),
          TimelineEntry.Kind.TOLD,
          NOTIFIER,
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
    Instant again = now.plus(pause(together.get(0).attempts()));
    together.forEach(n -> failed(n, error, now, again));
  }

  private void failed(Notification n, DeliveryException error, Instant now, Instant again) {
    boolean late = n.createdAt().plus(settings.duration("outbox.give-up")).isBefore(now);
    if (error.recoverable() && !late) {
      n.retry(error.getMessage(), again);
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
   * Messages whose sending began long ago and never ended, since this node or another died: they
   * may have left. A mail is sent again under its old id.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recover() {
    Instant before = clock.instant().minus(settings.duration("outbox.interrupted"));
    // In the order of their ids, as all nodes lock them.
    for (Long id : notifications.interrupted(before).stream().sorted().toList()) {
      Notification n = notifications.locked(id);
      if (!n.interrupted(before)) {
        continue;
      }
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

  /** By the newest attempt that says anything of its channel. */
  boolean lastFailed(String channel) {
    Duration giveUp = settings.duration("outbox.give-up");
    return em.createQuery(
            "select n from Notification n where n.channel = :channel"
                + " and n.sendingSince is not null order by n.sendingSince desc",
            Notification.class)
        .setParameter("channel", channel)
        .setMaxResults(BATCH)
        .getResultStream()
        .flatMap(n -> n.channelFails(giveUp).stream())
        .findFirst()
        .orElse(false);
  }
}
