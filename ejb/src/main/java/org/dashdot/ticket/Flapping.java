package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.dashdot.access.Actor;
import org.dashdot.shared.Settings;

/**
 * What comes and goes all the time is told once, and somebody is asked to mend its check. Callers
 * bring the transaction.
 */
@ApplicationScoped
public class Flapping {

  private static final Actor INTAKE = Actor.system("intake");

  @Inject Timeline timeline;
  @Inject TuneTicket tune;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Event<TicketEvent> news;

  /** It just burnt again: whether it did so too often lately. */
  boolean flaps(Ticket ticket) {
    Settings own = settings.of(ticket.sourceName());
    Duration window = own.duration("flapping.window");
    long times =
        timeline.count(ticket.id(), TimelineEntry.Kind.FIRED_AGAIN, clock.instant().minus(window));
    if (!ticket.flapping() && times < own.number("flapping.reopens")) {
      return false;
    }
    if (ticket.flaps()) {
      String words = "it flaps: it burnt again " + times + " times within " + words(window);
      timeline.add(ticket, TimelineEntry.Kind.FLAPPING, INTAKE, words);
      news.fire(new TicketEvent(ticket, TicketEvent.Kind.FLAPS, INTAKE));
      tune.ask(ticket, words);
    }
    return true;
  }

  private static String words(Duration window) {
    return window.toMinutes() >= 1 ? window.toMinutes() + " min" : window.toSeconds() + " s";
  }
}
