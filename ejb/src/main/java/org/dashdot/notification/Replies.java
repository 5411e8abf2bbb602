package org.dashdot.notification;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dashdot.access.Actor;
import org.dashdot.access.NotAllowed;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;
import org.dashdot.ticket.TicketDesk;
import org.dashdot.ticket.TicketNumber;

/** What people answer to a short message: {@code A4711} takes ticket 4711 in their name. */
@ApplicationScoped
public class Replies {

  static final String HELP =
      "dash-dot: reply A and the ticket's number to take it, as in A4711. Nothing else is understood.";

  private static final Pattern TAKE = Pattern.compile("A\\s*#?\\s*(\\d{1,18})\\s*[.!]?");

  /** A machine that answers each answer is answered once in this time. */
  private static final Duration HELP_AGAIN = Duration.ofMinutes(1);

  private static final int REMEMBERED = 10_000;

  @Inject Repliers repliers;
  @Inject TicketDesk desk;
  @Inject Clock clock;

  private final Map<String, Instant> helped =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Returns the words that go back; empty for none. */
  String heard(String from, String text) {
    Optional<String> number = PhoneNumber.understood(from);
    List<Actor> people = number.map(repliers::of).orElse(List.of());
    Matcher take = TAKE.matcher(text == null ? "" : text.trim().toUpperCase(Locale.ROOT));
    if (people.size() != 1 || !take.matches()) {
      return help(number.orElse(String.valueOf(from)));
    }
    return take(new TicketNumber(Long.parseLong(take.group(1))), people.get(0));
  }

  private String take(TicketNumber number, Actor actor) {
    try {
      // A number can be forged: only what this person was asked can be answered.
      if (!repliers.asked(number, actor)) {
        return "You were not told of #" + number + ". Take it in the portal.";
      }
      desk.acknowledgeUntaken(number, actor);
      return "#" + number + " is yours.";
    } catch (Unknown e) {
      return "There is no ticket #" + number + ".";
    } catch (NotAllowed | Conflict | InvalidInput e) {
      return Gsm7.cut(Gsm7.of("#" + number + ": " + e.getMessage()), Gsm7.LONGEST);
    } catch (EJBException e) {
      return "#" + number + " could not be taken just now. Reply again, or use the portal.";
    }
  }

  private synchronized String help(String from) {
    Instant now = clock.instant();
    Instant last = helped.get(from);
    if (last != null && last.plus(HELP_AGAIN).isAfter(now)) {
      return "";
    }
    helped.remove(from);
    helped.put(from, now);
    return HELP;
  }
}
