package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dashdot.shared.Settings;
import org.dashdot.ticket.Priority;

/**
 * Many messages for one person within a minute become one list: nobody reads two hundred. The first
 * ones of the most urgent leave at once all the same, and a list that one of these joins leaves
 * soon. Callers bring the transaction.
 */
@ApplicationScoped
public class Gathering {

  @Inject Notifications notifications;
  @Inject BurstLists lists;
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
    if (lists.lately(one, now.minus(gather), now.plus(gather)) < settings.number("outbox.burst")) {
      return false;
    }
    boolean urgent = lists.urgent(one, now.plus(gather));
    List<Notification> waiting = lists.waiting(one, now.plus(gather), urgent);
    List<Notification> alone =
        waiting.stream()
            .filter(n -> n.listKey() == null)
            // One that came since is looked at in its own turn, with the lists locked.
            .filter(n -> urgent || n.ticket().priority() != Priority.P1)
            .toList();
    if (alone.isEmpty()) {
      return false;
    }
    Instant until = until(alone, urgent ? settings.duration("outbox.gather-p1") : gather, now);
    Optional<Notification> known = lists.thatWaits(one, now);
    String key = known.map(Notification::listKey).orElse(BurstLists.KEY + alone.get(0).id());
    Instant due =
        known
            .map(Notification::dueAt)
            .map(theirs -> urgent ? earlier(theirs, until) : theirs)
            .orElse(until);
    waiting.stream()
        .filter(n -> key.equals(n.listKey()) && n.dueAt().isAfter(due))
        .forEach(n -> n.gather(key, due));
    alone.forEach(n -> n.gather(key, due));
    return true;
  }

  private static Instant until(List<Notification> alone, Duration longest, Instant now) {
    Instant first =
        alone.stream().map(Notification::createdAt).min(Comparator.naturalOrder()).orElseThrow();
    Instant last =
        alone.stream().map(Notification::dueAt).max(Comparator.naturalOrder()).orElseThrow();
    return earlier(later(last, first.plus(longest)), now.plus(longest));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
