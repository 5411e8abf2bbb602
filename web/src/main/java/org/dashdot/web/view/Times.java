package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in the words and the zone of the person who looks. */
@Named
@RequestScoped
public class Times {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss z", Locale.ENGLISH);

  @Inject Clock clock;
  @Inject Me me;

  /** The clock time; with the day when it was not today. */
  public String at(Instant moment) {
    if (moment == null) {
      return "";
    }
    ZonedDateTime then = moment.atZone(me.zone());
    boolean today = then.toLocalDate().equals(clock.instant().atZone(me.zone()).toLocalDate());
    return (today ? CLOCK : DAY).format(then);
  }

  /** Everything about the moment, for a tooltip. */
  public String full(Instant moment) {
    return moment == null ? "" : FULL.format(moment.atZone(me.zone()));
  }

  /** How long ago, or how long until, in one unit. */
  public String span(Instant moment) {
    if (moment == null) {
      return "";
    }
    return words(Duration.between(moment, clock.instant()).abs());
  }

  /** A length in one unit. */
  static String words(Duration span) {
    long seconds = span.toSeconds();
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 7200) {
      return seconds / 60 + " min";
    }
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  /** How many times, in words. */
  public String often(long count) {
    return count == 1 ? Acts.text("ticket.once") : count + " " + Acts.text("ticket.times");
  }

  /** As a value in an address. */
  public String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public boolean past(Instant moment) {
    return moment != null && moment.isBefore(clock.instant());
  }
}
