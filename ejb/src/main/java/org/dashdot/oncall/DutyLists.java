package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Unknown;

/** What is entered about duty, for those who change it. */
@Stateless
public class DutyLists {

  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");

  @Inject DutyBook book;
  @Inject People people;
  @Inject Clock clock;

  /** A layer in the words of its rotation's clock; {@code hours} is null around the clock. */
  public record LayerRow(
      Long id,
      RotationLayer.Kind kind,
      int days,
      ZonedDateTime starts,
      DayOfWeek weekday,
      Hours hours,
      List<Long> members,
      List<String> names) {

    public LocalTime handOver() {
      return starts.toLocalTime();
    }
  }

  /** A rotation with its layers, the one that wins first. */
  public record RotationRow(
      Long id,
      Long teamId,
      String team,
      String name,
      ZoneId zone,
      boolean watched,
      List<LayerRow> layers) {}

  /** An override that is not over. */
  public record OverrideRow(
      Long id,
      Long rotation,
      String team,
      String name,
      Long personId,
      String person,
      Instant from,
      Instant until,
      String reason,
      String author,
      boolean swap) {}

  /** An absence that is not over. */
  public record AbsenceRow(
      Long id,
      Long personId,
      String person,
      Instant from,
      Instant until,
      String reason,
      String author) {}

  public List<RotationRow> rotations(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return book.rotations().stream().map(this::row).toList();
  }

  /**
   * @throws Unknown when there is no such rotation
   */
  public RotationRow rotation(Long id, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return book.rotation(id)
        .map(this::row)
        .orElseThrow(() -> new Unknown("There is no rotation " + id));
  }

  /** The next to begin first. */
  public List<OverrideRow> overrides(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return book.overrides(clock.instant(), FAR).stream()
        .sorted(Comparator.comparing(o -> o.when().from()))
        .map(
            o ->
                new OverrideRow(
                    o.id(),
                    o.rotation().id(),
                    o.rotation().team().name(),
                    o.rotation().name(),
                    o.person().id(),
                    o.person().name(),
                    o.when().from(),
                    o.when().until(),
                    o.reason(),
                    o.author(),
                    o.swap() != null))
        .toList();
  }

  /** The next to begin first. */
  public List<AbsenceRow> absences(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return book.absences(clock.instant(), FAR).stream()
        .map(
            a ->
                new AbsenceRow(
                    a.id(),
                    a.person().id(),
                    a.person().name(),
                    a.when().from(),
                    a.when().until(),
                    a.reason(),
                    a.author()))
        .toList();
  }

  private RotationRow row(Rotation rotation) {
    return new RotationRow(
        rotation.id(),
        rotation.team().id(),
        rotation.team().name(),
        rotation.name(),
        rotation.zone(),
        rotation.watched(),
        rotation.layers().stream().map(layer -> row(layer, rotation.zone())).toList());
  }

  private LayerRow row(RotationLayer layer, ZoneId zone) {
    return new LayerRow(
        layer.id(),
        layer.kind(),
        layer.days(),
        layer.startsAt().atZone(zone),
        layer.weekday(),
        layer.hours(),
        layer.members(),
        layer.members().stream()
            .map(people::byId)
            .flatMap(Optional::stream)
            .map(Person::name)
            .toList());
  }
}
