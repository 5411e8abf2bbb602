package org.dashdot.access;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** People who share tickets; when each has duty is said by the rotations of room {@code oncall}. */
@Entity
public class Team {

  @Id
  @SequenceGenerator(name = "team_seq", sequenceName = "team_seq", allocationSize = 1)
  @GeneratedValue(generator = "team_seq")
  private Long id;

  @Version private int version;
  private String name;
  private String zone;

  @ManyToOne(fetch = FetchType.EAGER)
  @JoinColumn(name = "fallback_id")
  private Person fallback;

  @ManyToMany(fetch = FetchType.LAZY)
  @JoinTable(
      name = "team_member",
      joinColumns = @JoinColumn(name = "team_id"),
      inverseJoinColumns = @JoinColumn(name = "person_id"))
  @OrderColumn(name = "turn")
  private List<Person> members = new ArrayList<>();

  protected Team() {}

  public Team(String name, ZoneId zone) {
    describe(name, zone);
  }

  public final void describe(String name, ZoneId zone) {
    this.name = name;
    this.zone = zone.getId();
  }

  public void setMembers(List<Person> people) {
    members.clear();
    members.addAll(people);
  }

  /** Who is told when nobody is on duty; may be null. */
  public void setFallback(Person person) {
    this.fallback = person;
  }

  public Long id() {
    return id;
  }

  public String name() {
    return name;
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public Person fallback() {
    return fallback;
  }

  public List<Person> members() {
    return List.copyOf(members);
  }
}
