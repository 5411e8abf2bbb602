package org.dashdot.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.dashdot.shared.Settings;

/**
 * Turns credentials into an actor. Roles and teams are read anew each time: a change works at once.
 */
@Stateless
public class Logins {

  @Inject People people;
  @Inject AccessTokens tokens;
  @Inject Audit audit;

  /** A login that succeeded, with the secret for the browser's cookie. */
  public record Opened(Actor actor, String secret) {}

  /** Checks name and password and opens a login; empty when they do not match. */
  public Optional<Opened> open(String login, String password, String origin, String browser) {
    Optional<Person> person = verified(login, password);
    person.ifPresent(p -> forgetFirstPassword(p.login()));
    return person.map(
        p -> {
          Actor actor = actor(p, Instant.now(), origin);
          audit.record(actor, "log in", p.login(), null);
          return new Opened(actor, tokens.login(p, browser));
        });
  }

  /** Notes that name and password did not match; whoever tries too often is not asked any more. */
  public void refused(String login, String origin) {
    Actor stranger =
        new Actor(
            Actor.Kind.SYSTEM,
            null,
            "somebody",
            java.util.Set.of(),
            java.util.Set.of(),
            null,
            null,
            origin);
    String name = login.replaceAll("\\p{Cntrl}", " ");
    audit.record(stranger, "log in refused", name.substring(0, Math.min(100, name.length())), null);
  }

  /** Checks name and password of a program; empty when they do not match. */
  public Optional<Actor> basic(String login, String password, String origin) {
    return verified(login, password).map(p -> actor(p, null, origin));
  }

  /** The person behind a login's secret; empty when it ended, was revoked or is no login. */
  public Optional<Actor> resume(String secret, String origin) {
    return tokens
        .find(secret)
        .filter(t -> t.kind() == AccessToken.Kind.LOGIN)
        .flatMap(t -> active(t.personId()).map(p -> actor(p, t.confirmedAt(), origin)));
  }

  /** The program behind a bearer secret: a pushing source, or somebody's API token. */
  public Optional<Actor> bearer(String secret, String origin) {
    return tokens
        .find(secret)
        .filter(t -> t.kind() == AccessToken.Kind.API || t.kind() == AccessToken.Kind.PUSH)
        .flatMap(
            t ->
                t.kind() == AccessToken.Kind.API
                    ? active(t.personId()).map(p -> actor(p, null, origin))
                    : Optional.of(
                        program(Actor.Kind.TOKEN, "token " + t.name(), t.sourceId(), origin)));
  }

  /** The screen behind a wall link's secret; empty when it was revoked or is none. */
  public Optional<Actor> wall(String secret, String origin) {
    return tokens
        .find(secret)
        .filter(t -> t.kind() == AccessToken.Kind.WALL)
        .map(t -> program(Actor.Kind.WALL, "wall " + t.name(), null, origin));
  }

  /** The person as an actor again, for credentials that were verified a moment ago. */
  public Optional<Actor> again(Long personId, String origin) {
    return active(personId).map(p -> actor(p, null, origin));
  }

  /** Whether whoever was let in with it would be let in now. */
  public boolean holds(Pass pass) {
    return (pass.token() == null || tokens.usable(pass.token()))
        && (pass.personId() == null || active(pass.personId()).isPresent());
  }

  /** Ends a login. */
  public void close(String secret) {
    tokens.revoke(secret);
  }

  private static Actor program(Actor.Kind kind, String name, Long sourceId, String origin) {
    return new Actor(
        kind, null, name, java.util.Set.of(), java.util.Set.of(), sourceId, null, origin);
  }

  private Optional<Person> active(Long personId) {
    return people.byId(personId).filter(Person::active);
  }

  private Optional<Person> verified(String login, String password) {
    Optional<Person> person = people.byLogin(login).filter(Person::active);
    boolean matches = Passwords.matches(password, person.map(Person::passwordHash).orElse(null));
    return matches ? person : Optional.empty();
  }

  private Actor actor(Person person, Instant authenticatedAt, String origin) {
    return new Actor(
        Actor.Kind.PERSON,
        person.id(),
        person.name(),
        person.roles(),
        people.teamIdsOf(person.id()),
        null,
        authenticatedAt,
        origin);
  }

  /** The made-up first password has served its purpose once the administrator came in. */
  private static void forgetFirstPassword(String login) {
    String data = Settings.environment("DASHDOT_DATA");
    if (FirstStart.FIRST_LOGIN.equals(login) && data != null) {
      try {
        Files.deleteIfExists(Path.of(data, FirstStart.PASSWORD_FILE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
