package org.dashdot.notification;

import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;

/** Whether messages leave, and arrive: what nobody is told of is seen by nobody. */
@Stateless
@LocalBean
@Local(BlindSpot.class)
public class ChannelHealth implements BlindSpot {

  private static final int BATCH = 50;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Duty duty;
  @Inject Ways ways;
  @Inject Retries retries;
  @Inject @Any Instance<NotificationChannel> channels;

  /** An address that one person chose says nothing of what others get. */
  private static boolean shared(NotificationChannel channel) {
    return channel.kind() == ContactKind.MAIL || channel.kind() == ContactKind.SMS;
  }

  @Override
  public List<String> blind() {
    return channels.stream()
        .filter(NotificationChannel::available)
        .filter(ChannelHealth::shared)
        .flatMap(channel -> trouble(channel).stream())
        .toList();
  }

  private Optional<String> trouble(NotificationChannel channel) {
    String name = channel.name();
    if (lastFailed(name)) {
      return Optional.of(name + " cannot leave");
    }
    int missing = settings.number("outbox.receipts-missing");
    return channel.receipts() && silent(name, missing)
        ? Optional.of(name + ": no receipt for the last " + missing + " messages")
        : Optional.empty();
  }

  /** The portal shows tickets, but reaches only who looks. */
  @Override
  public List<String> notes() {
    boolean somebody = duty.onDuty().stream().anyMatch(p -> ways.open(p, clock.instant()));
    return somebody ? List.of() : List.of("nobody can be told yet");
  }

  /** By the newest attempt that says anything of its channel. */
  boolean lastFailed(String channel) {
    int most = retries.most();
    return newest(channel)
        .flatMap(n -> n.channelFails(most, clock.instant()).stream())
        .findFirst()
        .orElse(false);
  }

  /**
   * Whether its gateway takes messages that arrive nowhere: so many in a row without a receipt that
   * says so. Fewer may be one telephone that is switched off.
   */
  boolean silent(String channel, int missing) {
    Instant since = clock.instant().minus(settings.duration("notify.receipt"));
    List<Boolean> last =
        newest(channel).flatMap(n -> n.arrived(since).stream()).limit(missing).toList();
    return last.size() == missing && !last.contains(true);
  }

  private Stream<Notification> newest(String channel) {
    return em.createQuery(
            "select n from Notification n where n.channel = :channel"
                + " and n.sendingSince is not null order by n.sendingSince desc",
            Notification.class)
        .setParameter("channel", channel)
        .setMaxResults(BATCH)
        .getResultStream();
  }
}
