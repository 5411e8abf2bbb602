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
import java.time.Duration;
import java.util.List;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.Settings;

/** Whether messages can leave at all: what nobody is told of is seen by nobody. */
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
        .map(NotificationChannel::name)
        .filter(this::lastFailed)
        .map(name -> name + " cannot leave")
        .toList();
  }

  /** The portal shows tickets, but reaches only who looks. */
  @Override
  public List<String> notes() {
    boolean somebody = duty.onDuty().stream().anyMatch(p -> ways.open(p, clock.instant()));
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
