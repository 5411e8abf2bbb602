package org.dashdot.notification;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.dashdot.shared.Durability;
import org.dashdot.shared.OneByOne;

/**
 * Sends what is due, outside any transaction, and notes each outcome. Each channel has a lane of
 * its own: none waits for another.
 */
@ApplicationScoped
public class OutboxSender {

  private static final Logger LOG = System.getLogger(OutboxSender.class.getName());

  @Inject Outbox outbox;
  @Inject Durability durability;
  @Inject Channels channels;

  @Resource(lookup = "java:jboss/ee/concurrency/executor/dash-dot-messages")
  ManagedExecutorService threads;

  private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
  private final OneByOne recovery = new OneByOne(LOG, "Going on with interrupted messages");
  private final OneByOne beginning = new OneByOne(LOG, "Beginning to send by a channel");

  /** Channels whose fault was logged and that sent nothing since. */
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  /** Messages whose fault was logged: others that leave in between make it no news. */
  private final Set<Long> faulty = ConcurrentHashMap.newKeySet();

  /** Begins to send what is due; returns at once. */
  public void sendDue() {
    recovery.each(outbox.interrupted(), outbox::recover);
    Map<String, List<Long>> due = outbox.due();
    beginning.each(
        due.keySet(), channel -> lanes.computeIfAbsent(channel, this::lane).take(due.get(channel)));
  }

  private Lane lane(String name) {
    return new Lane(channel(name).atOnce(), executor(), this::attempt);
  }

  Executor executor() {
    return threads;
  }

  /** Whatever is wrong with one message, the others leave; its own row is taken up again later. */
  private void attempt(long id) {
    try {
      outbox.begin(id).ifPresent(this::send);
      faulty.remove(id);
    } catch (RuntimeException e) {
      if (faulty.add(id)) {
        LOG.log(Level.ERROR, "Message " + id + " cannot be sent and will be tried again", e);
      }
    }
  }

  private void send(Outbox.Attempt attempt) {
    // A kill may take back neither the ticket that it tells of nor that it is being sent.
    durability.settle();
    Optional<DeliveryException> failure = hand(attempt);
    if (failure.isPresent()) {
      outbox.failed(attempt, failure.get());
    } else {
      outbox.succeeded(attempt);
    }
  }

  private Optional<DeliveryException> hand(Outbox.Attempt attempt) {
    try {
      channel(attempt.channel()).send(attempt.message());
      broken.remove(attempt.channel());
      return Optional.empty();
    } catch (DeliveryException e) {
      return Optional.of(e);
    } catch (RuntimeException e) {
      // A channel is somebody's integration: a fault in it must not leave the message as if it
      // were still being sent. Whether it was, nobody knows.
      if (broken.add(attempt.channel())) {
        LOG.log(Level.ERROR, "The channel " + attempt.channel() + " has a fault", e);
      }
      return Optional.of(DeliveryException.unknown("the channel has a fault: " + e, e));
    }
  }

  NotificationChannel channel(String name) {
    return channels.named(name);
  }
}
