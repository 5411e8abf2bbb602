package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** What whoever plans duty does with rotations and their layers; each act is audited. */
@Stateless
public class RotationDesk {

  private static final int LONGEST_TURN = 366;

  @Inject DutyBook book;
  @Inject People people;
  @Inject GapWatch gaps;
  @Inject Audit audit;
  @Inject Recency recency;

  /**
   * A layer as somebody wants it.
   *
   * @param id null for a new one, which wins over all others
   * @param days how long a turn lasts, where the kind does not say it
   * @param weekday of the hand-over, for weekly turns
   * @param handOver the time of day in the rotation's zone
   * @param hours null: around the clock
   */
  public record Wish(
      Long id,
      RotationLayer.Kind kind,
      int days,
      DayOfWeek weekday,
      LocalDate starts,
      LocalTime handOver,
      List<Long> members,
      Hours hours) {}

  /**
   * @param id null for a new one
   * @param watched whether a gap in it is a ticket
   */
  public Long save(Long id, Long teamId, String name, String zone, boolean watched, Actor actor) {
    edit(actor);
    Rotation rotation = id == null ? fresh(teamId) : rotation(id);
    String former = id == null ? null : rotation.fullName();
    String wanted = DutyInput.name(name);
    List<Rotation> siblings = book.rotationsOf(rotation.team().id());
    if (siblings.stream().anyMatch(s -> s != rotation && s.name().equalsIgnoreCase(wanted))) {
      throw new InvalidInput("name", "This team has a rotation " + wanted + " already.");
    }
    rotation.describe(wanted, DutyInput.zone(zone), watched);
    if (id == null) {
      book.add(rotation);
    } else if (!former.equals(rotation.fullName())) {
      gaps.forget(former);
    }
    done(actor, "save rotation", rotation, zone + (watched ? "" : ", gaps are no tickets"));
    return rotation.id();
  }

  private Rotation fresh(Long teamId) {
    Team team = people.team(teamId).orElseThrow(() -> new InvalidInput("team", "Choose a team."));
    int place = book.rotationsOf(team.id()).stream().mapToInt(Rotation::place).max().orElse(-1) + 1;
    return new Rotation(team, "", place, team.zone());
  }

  /** A team keeps one rotation at least. */
  public void remove(Long id, Actor actor) {
    edit(actor);
    Rotation rotation = rotation(id);
    if (book.rotationsOf(rotation.team().id()).size() < 2) {
      throw new Conflict("This is the team's only rotation: it stays.");
    }
    book.storedPolicies().stream()
        .filter(policy -> policy.rule().escalation().tells(EscalationTarget.Kind.ROTATION, id))
        .findFirst()
        .ifPresent(
            policy -> {
              throw new Conflict("The escalation policy " + policy.name() + " tells it.");
            });
    gaps.forget(rotation.fullName());
    book.remove(rotation);
    done(actor, "remove rotation", rotation, null);
  }

  public void saveLayer(Long rotationId, Wish wish, Actor actor) {
    edit(actor);
    Rotation rotation = rotation(rotationId);
    requireSense(wish, rotation.zone());
    RotationLayer layer = wish.id() == null ? rotation.addLayer() : layer(rotation, wish.id());
    layer.turn(
        wish.kind(), wish.days(), wish.weekday(), starts(wish, rotation.zone()), wish.hours());
    layer.seat(wish.members());
    done(actor, "save layer", rotation, names(wish.members()));
  }

  private void requireSense(Wish wish, ZoneId zone) {
    if (wish.kind() == null) {
      throw new InvalidInput("kind", "Say how long a turn lasts.");
    }
    if (wish.kind() == RotationLayer.Kind.DAYS && (wish.days() < 1 || wish.days() > LONGEST_TURN)) {
      throw new InvalidInput("days", "A turn lasts 1 to 366 days.");
    }
    if (wish.starts() == null || wish.handOver() == null) {
      throw new InvalidInput(
          "starts", "Say on which day, and at what time, the first turn begins.");
    }
    if (zone.getRules().getValidOffsets(starting(wish)).isEmpty()) {
      throw new InvalidInput(
          "handOver", "The clocks are changed on that day: this time does not exist. Begin later.");
    }
    if (wish.hours() != null && wish.hours().days().isEmpty()) {
      throw new InvalidInput("hours", "Choose the days of the week.");
    }
    wish.members()
        .forEach(
            id ->
                people
                    .byId(id)
                    .filter(Person::active)
                    .orElseThrow(
                        () -> new InvalidInput("members", "There is no active person " + id)));
  }

  private static LocalDateTime starting(Wish wish) {
    return wish.starts().atTime(wish.handOver());
  }

  private static Instant starts(Wish wish, ZoneId zone) {
    return starting(wish).atZone(zone).toInstant();
  }

  public void removeLayer(Long rotationId, Long layerId, Actor actor) {
    edit(actor);
    Rotation rotation = rotation(rotationId);
    rotation.removeLayer(layer(rotation, layerId));
    done(actor, "remove layer", rotation, null);
  }

  private static RotationLayer layer(Rotation rotation, Long id) {
    return rotation.layers().stream()
        .filter(layer -> id.equals(layer.id()))
        .findFirst()
        .orElseThrow(() -> new Unknown("There is no such layer any more."));
  }

  private void edit(Actor actor) {
    Rights.check(actor, Right.EDIT_DUTY, null);
    recency.toAct(actor);
  }

  private void done(Actor actor, String act, Rotation rotation, String detail) {
    book.changed();
    audit.record(actor, act, rotation.fullName(), detail);
    gaps.look();
  }

  private Rotation rotation(Long id) {
    return book.rotation(id).orElseThrow(() -> new Unknown("There is no rotation " + id));
  }

  private String names(List<Long> members) {
    return String.join(
        ", ",
        members.isEmpty()
            ? List.of("nobody")
            : members.stream().flatMap(id -> people.byId(id).stream()).map(Person::name).toList());
  }
}
