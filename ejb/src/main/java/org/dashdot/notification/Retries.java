package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.dashdot.shared.Settings;
import org.dashdot.shared.WorkingHours;
import org.dashdot.ticket.Priority;

/** When what did not leave is tried again, and until when. Callers bring the transaction. */
@ApplicationScoped
public class Retries {

  @Inject Settings settings;
  @Inject Notifications notifications;

  /** Doubling from the first pause to the longest, with a random tenth against stampedes. */
  Duration pause(int attempts) {
    long pause = plain(attempts);
    return Duration.ofMillis(pause + ThreadLocalRandom.current().nextLong(pause / 10 + 1));
  }

  private long plain(int attempts) {
    long first = settings.duration("outbox.first-retry").toMillis();
    long longest = settings.duration("outbox.longest-retry").toMillis();
    return Math.max(1, Math.min(longest, first << Math.min(20, Math.max(0, attempts - 1))));
  }

  /**
   * So many attempts are enough: their pauses take the time after which one gives up. By the clock
   * a message of the evening would be given up at its first attempt in the morning.
   */
  int most() {
    long left = settings.duration("outbox.give-up").toMillis();
    int attempts = 0;
    while (left > 0) {
      attempts++;
      left -= plain(attempts);
    }
    return attempts;
  }

  /**
   * What was begun by day and did not leave disturbs no night: when a low ticket's message may be
   * tried again or by another way. What somebody sent by night goes on by night. Empty: now.
   */
  Optional<Instant> quietUntil(Notification message, Instant now) {
    Instant begun = begun(message);
    if (begun == null
        || message.ticket() == null
        || message.ticket().priority().high()
        || !Boolean.parseBoolean(settings.text("working-hours"))) {
      return Optional.empty();
    }
    ZoneId zone = message.person().zone();
    Instant next =
        message.ticket().priority() == Priority.P4
            ? WorkingHours.nextAt(now, LocalTime.parse(settings.text("digest-at")), zone)
            : WorkingHours.next(now, zone);
    return quiet(now, zone) && !quiet(begun, zone) ? Optional.of(next) : Optional.empty();
  }

  private static boolean quiet(Instant moment, ZoneId zone) {
    return !WorkingHours.next(moment, zone).equals(moment);
  }

  /** The attempt before, of this message or of the one that it makes good; null when none was. */
  private Instant begun(Notification message) {
    if (message.attempts() > 0) {
      return message.sendingSince();
    }
    return message.insteadOf() == null
        ? null
        : notifications.byId(message.insteadOf()).sendingSince();
  }
}
