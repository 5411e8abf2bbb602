package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Priority;

/**
 * Many messages for one person within a minute become one list: nobody reads two hundred. The first
 * ones of the most urgent leave at once all the same. Callers bring the transaction.
 */
@ApplicationScoped
public class Gathering {

  private static final String BURST = "burst-";

  @Inject Notifications notifications;
  @Inject Settings settings;

  /** Puts a message off that is one of many, together with the others; returns whether it did. */
  boolean gathers(Long id, Instant now) {
    Notification one = notifications.byId(id);
    if (one.ticket() == null
        || one.listKey() != null
        || one.state() != Notification.State.WAITING) {
      return false;
    }
    Duration gather = settings.duration("outbox.gather");
    long lately = notifications.lately(one, now.minus(gather), now.plus(gather));
    if (lately < settings.number("outbox.burst")) {
      return false;
    }
    List<Notification> alone = notifications.waitingAlone(one, now.plus(gather));
    if (alone.isEmpty()) {
      return false;
    }
    boolean urgent = alone.stream().anyMatch(n -> n.ticket().priority() == Priority.P1);
    Duration longest = urgent ? settings.duration("outbox.gather-p1") : gather;
    Instant first =
        alone.stream().map(Notification::createdAt).min(Comparator.naturalOrder()).orElseThrow();
    Instant last =
        alone.stream().map(Notification::dueAt).max(Comparator.naturalOrder()).orElseThrow();
    Instant wanted = later(last, first.plus(longest));
    Instant until = earlier(wanted, now.plus(longest));
    notifications
        .listThatWaits(one, BURST, now)
        .ifPresentOrElse(
            known -> alone.forEach(n -> n.gather(known.listKey(), known.dueAt())),
            () -> alone.forEach(n -> n.gather(BURST + alone.get(0).id(), until)));
    return true;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
