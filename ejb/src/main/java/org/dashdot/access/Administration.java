package org.dashdot.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** What an administrator does with people, teams and tokens; each act is audited. */
@Stateless
public class Administration {

  private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,99}");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");

  @Inject People people;
  @Inject AccessTokens tokens;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Recency recency;
  @Inject Event<TeamChanged> changed;

  /** A person as the administration page shows it. */
  public record PersonRow(
      Long id,
      String login,
      String name,
      String email,
      String zone,
      boolean active,
      Set<Role> roles) {}

  /** A team with its members. */
  public record TeamRow(
      Long id, String name, String zone, Long fallbackId, List<PersonRow> members) {}

  /** A token without its secret; {@code revokedAt} is null while it is usable. */
  public record TokenRow(
      Long id,
      AccessToken.Kind kind,
      String name,
      Instant createdAt,
      Instant lastUsedAt,
      Instant revokedAt) {

    static TokenRow of(AccessToken t) {
      return new TokenRow(t.id(), t.kind(), t.name(), t.createdAt(), t.lastUsedAt(), t.revokedAt());
    }
  }

  public List<PersonRow> people(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return people.all().stream().map(Administration::row).toList();
  }

  public List<TeamRow> teams(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return people.teams().stream().map(Administration::row).toList();
  }

  public List<TokenRow> tokens(Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    return tokens.listed().stream().map(TokenRow::of).toList();
  }

  public Long addPerson(
      String login,
      String name,
      String email,
      String zone,
      Set<Role> roles,
      String password,
      Actor actor) {
    administer(actor);
    if (login == null || !LOGIN.matcher(login).matches()) {
      throw new InvalidInput("login", "A login is made of a-z, 0-9, dot, dash and underscore.");
    }
    if (people.byLogin(login).isPresent()) {
      throw new InvalidInput("login", "Somebody has this login already: " + login);
    }
    Person person = new Person(login, name(name), email(email), zone(zone), clock.instant());
    person.setRoles(roles(roles));
    person.setPasswordHash(passwordHash(password));
    people.add(person);
    audit.record(actor, "add person", login, roles.toString());
    return person.id();
  }

  /** A null or blank password keeps the old one; a new one ends the person's logins. */
  public void changePerson(
      Long id,
      String name,
      String email,
      String zone,
      Set<Role> roles,
      boolean active,
      String password,
      Actor actor) {
    administer(actor);
    Person person = person(id);
    if (person.has(Role.ADMIN)
        && (!active || !roles.contains(Role.ADMIN))
        && people.withRole(Role.ADMIN).size() < 2) {
      throw new Conflict("The last administrator cannot be taken away.");
    }
    person.describe(name(name), email(email), zone(zone));
    person.setRoles(roles(roles));
    person.activate(active);
    if (password != null && !password.isBlank()) {
      person.setPasswordHash(passwordHash(password));
      tokens.revokeLoginsOf(id);
    }
    if (!active) {
      tokens.revokeLoginsOf(id);
    }
    audit.record(actor, "change person", person.login(), roles + (active ? "" : " inactive"));
  }

  public Long saveTeam(
      Long id, String name, String zone, List<Long> memberIds, Long fallbackId, Actor actor) {
    administer(actor);
    if (name == null || name.isBlank() || name.length() > 100) {
      throw new InvalidInput("name", "A team needs a name of at most 100 characters.");
    }
    people
        .team(name.trim())
        .filter(other -> !other.id().equals(id))
        .ifPresent(
            other -> {
              throw new InvalidInput("name", "There is already a team " + other.name());
            });
    Team team =
        id == null
            ? new Team(name.trim(), zone(zone))
            : people.team(id).orElseThrow(() -> new Unknown("There is no team " + id));
    String formerName = team.name();
    team.describe(name.trim(), zone(zone));
    List<Person> members = new ArrayList<>();
    memberIds.forEach(member -> members.add(person(member)));
    people.seat(team, members);
    team.setFallback(fallbackId == null ? null : person(fallbackId));
    if (id == null) {
      people.add(team);
    }
    audit.record(actor, "save team", team.name(), names(members));
    changed.fire(new TeamChanged(team, formerName));
    return team.id();
  }

  private static String names(List<Person> some) {
    return String.join(", ", some.stream().map(Person::name).toList());
  }

  /** Returns the secret; it is shown once and cannot be read again. */
  public String makePushToken(String name, Long sourceId, Actor actor) {
    administer(actor);
    String secret = tokens.push(tokenName(name), sourceId);
    audit.record(actor, "make push token", name, null);
    return secret;
  }

  /** Returns the secret of a link that shows the dot to whoever has it, until it is revoked. */
  public String makeWall(String name, Actor actor) {
    administer(actor);
    String secret = tokens.wall(tokenName(name));
    audit.record(actor, "make wall link", name, null);
    return secret;
  }

  public void revokeToken(Long id, Actor actor) {
    administer(actor);
    AccessToken token = tokens.byId(id).orElseThrow(() -> new Unknown("There is no token " + id));
    token.revoke(clock.instant());
    audit.record(actor, "revoke token", token.name(), null);
  }

  private void administer(Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    recency.toAdminister(actor);
  }

  private Person person(Long id) {
    return people.byId(id).orElseThrow(() -> new Unknown("There is no person " + id));
  }

  private static PersonRow row(Person p) {
    return new PersonRow(
        p.id(), p.login(), p.name(), p.email(), p.zone().getId(), p.active(), p.roles());
  }

  private static TeamRow row(Team t) {
    return new TeamRow(
        t.id(),
        t.name(),
        t.zone().getId(),
        t.fallback() == null ? null : t.fallback().id(),
        t.members().stream().map(Administration::row).toList());
  }

  static String tokenName(String name) {
    if (name == null || name.isBlank() || name.length() > 200) {
      throw new InvalidInput("name", "A token needs a name, so that you know whom to ask later.");
    }
    return name.trim();
  }

  private static String name(String name) {
    if (name == null || name.isBlank() || name.length() > 200) {
      throw new InvalidInput("name", "A person needs a name of at most 200 characters.");
    }
    return name.trim();
  }

  private static String email(String email) {
    if (email != null && !email.isBlank() && !EMAIL.matcher(email.trim()).matches()) {
      throw new InvalidInput("email", "This is not a mail address: " + email);
    }
    return email;
  }

  private static ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone == null || zone.isBlank() ? "UTC" : zone.trim());
    } catch (DateTimeException e) {
      throw new InvalidInput("zone", "This is no time zone such as Europe/Berlin: " + zone);
    }
  }

  private static Set<Role> roles(Set<Role> roles) {
    if (roles == null || roles.isEmpty()) {
      throw new InvalidInput("roles", "A person needs at least one role.");
    }
    return roles;
  }

  static String passwordHash(String password) {
    if (!Passwords.strongEnough(password)) {
      throw new InvalidInput("password", "A password has 10 to 200 characters.");
    }
    return Passwords.hash(password);
  }
}
