package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.dashdot.access.Person;
import org.dashdot.shared.Settings;
import org.dashdot.shared.WorkingHours;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.Ticket;

/** When a message may leave: low tickets disturb no night. Callers bring the transaction. */
@ApplicationScoped
public class DueTimes {

  /** All that is told in the morning is one message. */
  static final String DIGEST = "digest";

  @Inject Sources sources;
  @Inject Settings settings;
  @Inject Clock clock;

  /** When this person is told of the ticket, by their own clock where it is a low one. */
  Instant of(Ticket ticket, Person person) {
    Priority priority = ticket.priority();
    Instant due =
        settings
            .of(ticket.sourceName())
            .after(priority.setting("tell-after"), clock.instant(), ticket.team().zone());
    if (priority.high() || !quietHours()) {
      return due;
    }
    return priority == Priority.P3
        ? WorkingHours.next(due, person.zone())
        : WorkingHours.nextAt(due, LocalTime.parse(settings.text("digest-at")), person.zone());
  }

  /** When this person hears of what somebody has just done: at once, of a low one by day. */
  Instant soon(Ticket ticket, Person person) {
    Instant now = clock.instant();
    return ticket.priority().high() || !quietHours() ? now : WorkingHours.next(now, person.zone());
  }

  /** The list that a message about this ticket belongs to; null when it leaves alone. */
  String list(Ticket ticket) {
    return ticket.priority() == Priority.P4 && quietHours() ? DIGEST : null;
  }

  /** The list of what a source brings at once. */
  static String ofSource(Ticket ticket, String what) {
    return ticket.sourceName() + "/" + what;
  }

  /** When everything must have come that burnt before its source was first heard of. */
  Instant whenFound(Ticket ticket, Person person) {
    Instant due =
        sources
            .named(ticket.sourceName())
            .map(source -> sources.firstContact(source.id()))
            .orElseGet(clock::instant)
            .plus(settings.duration("first-contact.window"));
    return ticket.priority().high() || !quietHours() ? due : WorkingHours.next(due, person.zone());
  }

  /** The next end of a gathering time. */
  Instant gathered() {
    long gather = settings.duration("outbox.gather").toMillis();
    return Instant.ofEpochMilli((clock.instant().toEpochMilli() / gather + 1) * gather);
  }

  private boolean quietHours() {
    return Boolean.parseBoolean(settings.text("working-hours"));
  }
}
