package org.dashdot.oncall;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People of a rotation who take turns, as it is stored. */
@Entity
@Table(name = "rotation_layer")
public class RotationLayer {

  /** How long a turn lasts. */
  public enum Kind {
    DAILY,
    WEEKLY,
    /** A number of days that somebody chose. */
    DAYS
  }

  @Id
  @SequenceGenerator(
      name = "rotation_layer_seq",
      sequenceName = "rotation_layer_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "rotation_layer_seq")
  private Long id;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "rotation_id")
  private Rotation rotation;

  private int place;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private int days;

  @Enumerated(EnumType.STRING)
  private DayOfWeek weekday;

  @Column(name = "starts_at")
  private Instant startsAt;

  /** Days of the week by their numbers, Monday is 1. */
  @Column(name = "hours_days")
  private String hoursDays;

  @Column(name = "hours_from")
  private String hoursFrom;

  @Column(name = "hours_until")
  private String hoursUntil;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(name = "rotation_layer_member", joinColumns = @JoinColumn(name = "layer_id"))
  @Column(name = "person_id")
  @OrderColumn(name = "turn")
  private List<Long> members = new ArrayList<>();

  protected RotationLayer() {}

  RotationLayer(Rotation rotation, int place) {
    this.rotation = rotation;
    this.place = place;
  }

  /**
   * @param days how long a turn lasts; only looked at for {@link Kind#DAYS}
   * @param weekday of the hand-over, for weekly turns; null: that of the start
   * @param hours null: around the clock
   */
  void turn(Kind kind, int days, DayOfWeek weekday, Instant startsAt, Hours hours) {
    this.kind = kind;
    this.days = kind == Kind.DAILY ? 1 : kind == Kind.WEEKLY ? 7 : days;
    this.weekday = kind == Kind.WEEKLY ? weekday : null;
    this.startsAt = startsAt;
    this.hoursDays = hours == null ? null : written(hours.days());
    this.hoursFrom = hours == null ? null : hours.from().toString();
    this.hoursUntil = hours == null ? null : hours.until().toString();
  }

  private static String written(Set<DayOfWeek> days) {
    return days.stream()
        .sorted()
        .map(day -> String.valueOf(day.getValue()))
        .collect(Collectors.joining(","));
  }

  void seat(List<Long> people) {
    if (!members.equals(people)) {
      members.clear();
      members.addAll(people);
    }
  }

  void seatLast(Collection<Long> people) {
    members.addAll(people);
  }

  boolean unseat(Collection<Long> people) {
    return members.removeAll(people);
  }

  void moveTo(ZoneId zone, ZoneId former) {
    startsAt = startsAt.atZone(former).withZoneSameLocal(zone).toInstant();
  }

  /** What it does, apart from the database. */
  Layer plan() {
    return new Layer(new Cycle(startsAt, rotation.zone(), days, weekday), members, hours());
  }

  public Long id() {
    return id;
  }

  public Rotation rotation() {
    return rotation;
  }

  /** The higher, the more it wins. */
  public int place() {
    return place;
  }

  public Kind kind() {
    return kind;
  }

  public int days() {
    return days;
  }

  /** Null unless one was chosen. */
  public DayOfWeek weekday() {
    return weekday;
  }

  public Instant startsAt() {
    return startsAt;
  }

  /** The ids of people, in their turn. */
  public List<Long> members() {
    return List.copyOf(members);
  }

  /** Null: around the clock. */
  public Hours hours() {
    return hoursDays == null
        ? null
        : new Hours(
            Stream.of(hoursDays.split(","))
                .map(day -> DayOfWeek.of(Integer.parseInt(day)))
                .collect(Collectors.toSet()),
            LocalTime.parse(hoursFrom),
            LocalTime.parse(hoursUntil));
  }
}
