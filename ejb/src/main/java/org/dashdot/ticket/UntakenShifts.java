package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dashdot.access.Actor;
import org.dashdot.access.Person;
import org.dashdot.oncall.Duty;
import org.dashdot.oncall.Rotation;
import org.dashdot.oncall.ShiftEnds;
import org.dashdot.oncall.ShiftHandover;
import org.dashdot.shared.Settings;

/**
 * Says of what is high and was not taken in time, first to both, then to whoever leads. Whoever
 * leads is never told before the two it concerns, however late the first look comes.
 */
@Stateless
public class UntakenShifts {

  private static final Actor HANDOVER = Actor.system("handover");

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject ShiftTickets shiftTickets;
  @Inject ShiftEnds ends;
  @Inject Duty duty;
  @Inject Timeline timeline;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Event<HandoverUntaken> untaken;

  /** One that should have been taken over by now. */
  public record Overdue(Long rotation, Instant at) {}

  /** Those that somebody is to hear of. */
  public List<Overdue> overdue() {
    return past()
        .filter(end -> wanted(end, ends.known(end.rotation(), end.at()).orElse(null)))
        .filter(end -> shiftTickets.open(end).stream().anyMatch(t -> t.priority().high()))
        .map(end -> new Overdue(end.rotation(), end.at()))
        .toList();
  }

  private Stream<ShiftEnds.End> past() {
    Instant now = clock.instant();
    return ends
        .between(
            now.minus(settings.duration("handover.shown")),
            now.minus(settings.duration("handover.untaken")))
        .stream();
  }

  /** Tells of one of them; of two nodes that look at the same moment one does. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void remind(Overdue one) {
    ShiftHandover claimed = claimed(one.rotation(), one.at());
    past()
        .filter(end -> end.rotation().equals(one.rotation()) && end.at().equals(one.at()))
        .filter(end -> wanted(end, claimed))
        .findFirst()
        .ifPresent(end -> remind(end, claimed));
  }

  private void remind(ShiftEnds.End end, ShiftHandover claimed) {
    List<Ticket> high = shiftTickets.open(end).stream().filter(t -> t.priority().high()).toList();
    if (high.isEmpty()) {
      return;
    }
    boolean again = claimed.reminders() > 0;
    Set<Person> people = new LinkedHashSet<>(again ? leads(end) : List.of(end.outgoing()));
    if (!again && end.incoming() != null) {
      people.add(end.incoming());
    }
    String words =
        "the shift of "
            + end.outgoing().name()
            + " is over and nobody took this over"
            + (end.incoming() == null ? "" : ": it waits for " + end.incoming().name());
    for (Ticket ticket : high) {
      timeline.add(ticket, TimelineEntry.Kind.NOTE, HANDOVER, words);
      untaken.fire(new HandoverUntaken(ticket, people, words));
    }
    claimed.reminded(again ? 2 : 1);
  }

  /**
   * @param known null when nothing is known of that end
   */
  private boolean wanted(ShiftEnds.End end, ShiftHandover known) {
    Instant leads = clock.instant().minus(settings.duration("handover.untaken-long"));
    int due = end.at().isBefore(leads) ? 2 : 1;
    return known == null || known.takenBy() == null && known.reminders() < due;
  }

  /**
   * What is known of that end, locked; made when nothing was. The rotation's lock lets one node at
   * a time make it.
   */
  ShiftHandover claimed(Long rotation, Instant at) {
    em.find(Rotation.class, rotation, LockModeType.PESSIMISTIC_WRITE);
    ShiftHandover handover = ends.of(rotation, at);
    em.flush();
    em.refresh(handover, LockModeType.PESSIMISTIC_WRITE);
    return handover;
  }

  /** Where nobody leads, the whole team. */
  private Collection<Person> leads(ShiftEnds.End end) {
    List<Person> managers = duty.managers();
    return managers.isEmpty() ? duty.team(end.team()) : managers;
  }
}
