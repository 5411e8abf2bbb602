package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.shared.Durability;

/** Sends what is due, outside any transaction, and notes each outcome. */
@ApplicationScoped
public class OutboxSender {

  private static final Logger LOG = System.getLogger(OutboxSender.class.getName());

  @Inject Outbox outbox;
  @Inject Durability durability;
  @Inject @Any Instance<NotificationChannel> channels;

  /** Channels whose fault was logged and that sent nothing since. */
  private final Set<String> broken = ConcurrentHashMap.newKeySet();

  /** Returns how many were attempted. */
  public int sendDue() {
    outbox.recover();
    int attempted = 0;
    List<Long> due = outbox.due();
    if (!due.isEmpty()) {
      // Nobody is told of a ticket that a kill could still take back.
      durability.settle();
    }
    RuntimeException first = null;
    for (Long id : due) {
      // Whatever is wrong with one message, the others leave; its own row is taken up again later.
      try {
        if (outbox.begin(id).map(this::send).orElse(false)) {
          attempted++;
        }
      } catch (RuntimeException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return attempted;
  }

  private boolean send(Outbox.Attempt attempt) {
    Optional<DeliveryException> failure = hand(attempt);
    if (failure.isPresent()) {
      outbox.failed(attempt, failure.get());
    } else {
      outbox.succeeded(attempt);
    }
    return true;
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
      // were still being sent.
      if (broken.add(attempt.channel())) {
        LOG.log(Level.ERROR, "The channel " + attempt.channel() + " has a fault", e);
      }
      return Optional.of(new DeliveryException("the channel has a fault: " + e, true, e));
    }
  }

  NotificationChannel channel(String name) {
    return channels.stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new DeliveryException("There is no channel " + name, false, null));
  }
}
