package org.dashdot.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dashdot.shared.InvalidInput;

/** By which contacts a person wants to be told, one after the other, maybe only at some hours. */
@Entity
@Table(name = "contact_order")
public class ContactOrder {

  @Id
  @SequenceGenerator(
      name = "contact_order_seq",
      sequenceName = "contact_order_seq",
      allocationSize = 1)
  @GeneratedValue(generator = "contact_order_seq")
  private Long id;

  @Column(name = "person_id")
  private Long personId;

  @Enumerated(EnumType.STRING)
  private Urgency urgency;

  @Column(name = "hours_from")
  private String hoursFrom;

  @Column(name = "hours_until")
  private String hoursUntil;

  private String kinds;

  protected ContactOrder() {}

  /**
   * @param hours null: at any hour
   */
  ContactOrder(Long personId, Urgency urgency, Hours hours, Steps steps) {
    this.personId = personId;
    this.urgency = urgency;
    this.hoursFrom = hours == null ? null : hours.from().toString();
    this.hoursUntil = hours == null ? null : hours.until().toString();
    this.kinds = steps.toString();
  }

  /** A part of each day; it may go over midnight. */
  public record Hours(LocalTime from, LocalTime until) {

    /** Understands {@code 22:00-07:00}; null when nothing is written. */
    public static Hours parse(String text) {
      if (text == null || text.isBlank()) {
        return null;
      }
      if (!text.trim().matches("([01]\\d|2[0-3]):[0-5]\\d ?[-–] ?([01]\\d|2[0-3]):[0-5]\\d")) {
        throw new InvalidInput("hours", "Hours are written like 22:00-07:00.");
      }
      String[] parts = text.trim().split(" ?[-–] ?");
      return new Hours(LocalTime.parse(parts[0]), LocalTime.parse(parts[1]));
    }

    boolean contains(LocalTime time) {
      return from.isBefore(until)
          ? !time.isBefore(from) && time.isBefore(until)
          : !time.isBefore(from) || time.isBefore(until);
    }

    @Override
    public String toString() {
      return from + "-" + until;
    }
  }

  /** Kinds told at once, then those that follow when these fail. */
  public record Steps(List<List<ContactKind>> steps) {

    /** Understands {@code sms+mail, chat}. */
    public static Steps parse(String text) {
      List<List<ContactKind>> steps = new ArrayList<>();
      Set<ContactKind> seen = new HashSet<>();
      for (String step : text == null ? new String[0] : text.split(",", -1)) {
        List<ContactKind> together =
            Arrays.stream(step.split("\\+", -1))
                .map(word -> ContactKind.parse("order", word.trim()))
                .toList();
        together.forEach(
            kind -> {
              if (!seen.add(kind)) {
                throw new InvalidInput("order", "Each kind stands once: " + kind.word() + ".");
              }
            });
        steps.add(together);
      }
      if (steps.isEmpty()) {
        throw new InvalidInput("order", "Name at least one kind of contact.");
      }
      return new Steps(List.copyOf(steps));
    }

    @Override
    public String toString() {
      return steps.stream()
          .map(step -> step.stream().map(ContactKind::word).collect(Collectors.joining("+")))
          .collect(Collectors.joining(", "));
    }
  }

  boolean holds(Urgency asked, Instant at, ZoneId zone) {
    return urgency == asked && (hours() == null || hours().contains(at.atZone(zone).toLocalTime()));
  }

  Urgency urgency() {
    return urgency;
  }

  /** Null: at any hour. */
  Hours hours() {
    return hoursFrom == null
        ? null
        : new Hours(LocalTime.parse(hoursFrom), LocalTime.parse(hoursUntil));
  }

  Steps steps() {
    return Steps.parse(kinds);
  }
}
