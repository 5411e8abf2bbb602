package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.ticket.SetUpTicket;
import org.dashdot.ticket.Ticket;
import org.dashdot.ticket.Timeline;
import org.dashdot.ticket.TimelineEntry;

/**
 * Writes the rows of what people are told, each by the ways that they chose. Callers bring the
 * transaction.
 */
@ApplicationScoped
public class Telling {

  static final Actor NOTIFIER = Actor.system("notifier");

  /** How long the name of a step may be. */
  private static final int STEP = 60;

  @Inject Notifications notifications;
  @Inject Ways ways;
  @Inject DueTimes due;
  @Inject Wording wording;
  @Inject Timeline timeline;
  @Inject SetUpTicket setUp;
  @Inject Event<Unreached> unreached;
  @Inject Clock clock;

  /** By the list that messages about such a ticket belong to. */
  void tell(
      Ticket ticket,
      Collection<Person> people,
      String step,
      String reason,
      Function<Person, Instant> at) {
    tell(ticket, people, step, reason, at, due.list(ticket));
  }

  /**
   * @param at when each of them may hear of it
   * @param list the list that it belongs to; null when it leaves alone
   */
  void tell(
      Ticket ticket,
      Collection<Person> people,
      String step,
      String reason,
      Function<Person, Instant> at,
      String list) {
    boolean anybody = people.isEmpty();
    for (Person person : people) {
      Instant due = at.apply(person);
      Ways.Route route = ways.of(person, Urgency.of(ticket.priority()), due);
      if (route.atOnce().isEmpty()) {
        String why = person.name() + " has no working channel besides the portal";
        if (!timeline.said(ticket.id(), TimelineEntry.Kind.NOT_TOLD, why, ticket.urgentSince())) {
          timeline.add(ticket, TimelineEntry.Kind.NOT_TOLD, NOTIFIER, why);
        }
        setUp.couldNotTell(ticket);
      }
      anybody = anybody || !route.atOnce().isEmpty();
      Notification.Text text = wording.of(ticket, reason, person.zone());
      for (Way way : route.atOnce()) {
        notifications
            .find(ticket.id(), person.id(), way.channel(), step)
            .ifPresentOrElse(
                known -> known.trueAgain(text, way, due),
                () ->
                    notifications.add(
                        new Notification(
                            ticket, person, way, step, text, list, clock.instant(), due)));
      }
    }
    if (!anybody) {
      unreached.fire(new Unreached(ticket, people.iterator().next()));
    }
  }

  /**
   * A message does not reach its person by its way: it is sent by the next one that was not tried.
   *
   * @return the channel; empty when there is none left
   */
  Optional<String> byNextWay(Notification failing) {
    List<Notification> tried = notifications.ofOccasion(failing);
    Set<Way> known = new HashSet<>();
    tried.forEach(n -> known.add(new Way(n.channel(), n.address())));
    Urgency urgency = Urgency.of(failing.ticket().priority());
    Optional<Way> next =
        ways.of(failing.person(), urgency, clock.instant()).all().stream()
            .filter(way -> !known.contains(way))
            .findFirst();
    next.ifPresent(
        way -> {
          long same = tried.stream().filter(n -> n.channel().equals(way.channel())).count();
          String step = same == 0 ? failing.occasion() : numbered(failing.occasion(), same + 1);
          notifications.add(failing.instead(way, step, clock.instant()));
        });
    return next.map(Way::channel);
  }

  private static String numbered(String step, long number) {
    String end = "/" + number;
    return step.substring(0, Math.min(step.length(), STEP - end.length())) + end;
  }
}
