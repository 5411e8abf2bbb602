package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import org.dashdot.shared.Durability;

/** Sends what is due, outside any transaction, and notes each outcome. */
@ApplicationScoped
public class OutboxSender {

  @Inject Outbox outbox;
  @Inject Durability durability;
  @Inject @Any Instance<NotificationChannel> channels;

  /** Returns how many were attempted. */
  public int sendDue() {
    int attempted = 0;
    List<Long> due = outbox.due();
    if (!due.isEmpty()) {
      // Nobody is told of a ticket that a kill could still take back.
      durability.settle();
    }
    for (Long id : due) {
      if (outbox.begin(id).map(this::send).orElse(false)) {
        attempted++;
      }
    }
    return attempted;
  }

  private boolean send(Outbox.Attempt attempt) {
    try {
      channel(attempt.channel()).send(attempt.message());
      outbox.succeeded(attempt);
    } catch (DeliveryException e) {
      outbox.failed(attempt, e);
    }
    return true;
  }

  private NotificationChannel channel(String name) {
    return channels.stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new DeliveryException("There is no channel " + name, false, null));
  }
}
