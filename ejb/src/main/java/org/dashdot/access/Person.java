package org.dashdot.access;

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
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/** Somebody who can log in and be told. */
@Entity
public class Person {

  @Id
  @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 1)
  @GeneratedValue(generator = "person_seq")
  private Long id;

  @Version private int version;
  private String login;
  private String name;
  private String email;
  private String zone;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean active;

  @Column(name = "created_at")
  private Instant createdAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
  @Column(name = "role")
  @Enumerated(EnumType.STRING)
  private Set<Role> roles = new HashSet<>();

  protected Person() {}

  public Person(String login, String name, String email, ZoneId zone, Instant createdAt) {
    this.login = login;
    this.createdAt = createdAt;
    this.active = true;
    describe(name, email, zone);
  }

  public void describe(String name, String email, ZoneId zone) {
    this.name = name;
    this.email = email == null || email.isBlank() ? null : email.trim();
    this.zone = zone.getId();
  }

  public void setRoles(Set<Role> roles) {
    this.roles.retainAll(roles);
    this.roles.addAll(roles);
  }

  /** Stores a hash made by {@link Passwords}, never a password. */
  public void setPasswordHash(String passwordHash) {
    this.passwordHash = passwordHash;
  }

  public void activate(boolean active) {
    this.active = active;
  }

  public Long id() {
    return id;
  }

  public String login() {
    return login;
  }

  public String name() {
    return name;
  }

  /** Null when the person cannot get mail. */
  public String email() {
    return email;
  }

  public ZoneId zone() {
    return ZoneId.of(zone);
  }

  public boolean active() {
    return active;
  }

  public Set<Role> roles() {
    return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  String passwordHash() {
    return passwordHash;
  }

  /** Two letters for small places, made of the name. */
  public String initials() {
    String[] words = name.trim().split("\\s+");
    String first = words[0].substring(0, 1);
    return (words.length > 1 ? first + words[words.length - 1].charAt(0) : first)
        .toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return login;
  }
}
