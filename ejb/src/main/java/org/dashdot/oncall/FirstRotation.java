package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dashdot.access.Person;
import org.dashdot.access.TeamChanged;

/**
 * A new team's members take turns of a week from the start. As long as that is all there is, who
 * joins the team comes last; who leaves it has no turn any more, in any of its rotations.
 */
@Stateless
public class FirstRotation {

  @Inject DutyBook book;
  @Inject GapWatch gaps;
  @Inject Clock clock;

  public void onTeam(@Observes TeamChanged event) {
    List<Long> members = event.team().members().stream().map(Person::id).toList();
    List<Rotation> rotations = book.rotationsOf(event.team().id());
    if (rotations.isEmpty()) {
      Rotation first = new Rotation(event.team(), Rotation.FIRST, 0, event.team().zone());
      first
          .addLayer()
          .turn(
              RotationLayer.Kind.WEEKLY,
              7,
              null,
              usualStart(clock.instant(), event.team().zone()),
              null);
      first.layers().get(0).seat(members);
      book.add(first);
    } else {
      rotations.forEach(rotation -> follow(rotation, members, rotations.size() == 1));
    }
    if (!Objects.equals(event.formerName(), event.team().name())) {
      rotations.forEach(
          rotation -> gaps.forget(event.formerName(), event.formerName() + ", " + rotation.name()));
    }
    book.changed();
  }

  private static void follow(Rotation rotation, List<Long> members, boolean only) {
    for (RotationLayer layer : rotation.layers()) {
      List<Long> gone = new ArrayList<>(layer.members());
      gone.removeAll(members);
      layer.unseat(gone);
      if (only && rotation.layers().size() == 1) {
        List<Long> fresh = new ArrayList<>(members);
        fresh.removeAll(layer.members());
        layer.seatLast(fresh);
      }
    }
  }

  /** Where turns usually begin: the last Monday at nine o'clock there. */
  static Instant usualStart(Instant now, ZoneId zone) {
    return now.atZone(zone)
        .with(TemporalAdjusters.previous(DayOfWeek.MONDAY))
        .with(LocalTime.of(9, 0))
        .toInstant();
  }
}
