package org.dashdot.access;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.dashdot.shared.Settings;

/**
 * The first administrator and the first team, made when there is nobody yet. Without {@code
 * DASHDOT_ADMIN_PASSWORD} a random password is made and left in a file that only the server's user
 * can read.
 */
@Stateless
public class FirstStart {

  static final String FIRST_LOGIN = "admin";
  static final String PASSWORD_FILE = "first-password";
  static final String FIRST_TEAM = "everyone";

  @Inject People people;
  @Inject Audit audit;
  @Inject Clock clock;
  @Inject Event<TeamChanged> changed;

  /** Returns whether this was the first start. */
  public boolean prepare() {
    if (!people.none()) {
      return false;
    }
    String given = Settings.environment("DASHDOT_ADMIN_PASSWORD");
    String password = given == null ? random() : given;
    ZoneId zone = ZoneId.of("UTC");
    Person admin = new Person(FIRST_LOGIN, "Administrator", mail(), zone, clock.instant());
    admin.setRoles(EnumSet.of(Role.OPERATOR, Role.ENGINEER, Role.ADMIN));
    admin.setPasswordHash(Passwords.hash(password));
    people.add(admin);
    Team everyone = new Team(FIRST_TEAM, zone);
    everyone.setMembers(List.of(admin));
    everyone.setFallback(admin);
    people.add(everyone);
    changed.fire(new TeamChanged(everyone, FIRST_TEAM));
    audit.record(Actor.system("first start"), "add person", FIRST_LOGIN, "first administrator");
    if (given == null) {
      leave(password);
    }
    return true;
  }

  private static String mail() {
    return Settings.environment("DASHDOT_ADMIN_EMAIL");
  }

  private static String random() {
    byte[] bytes = new byte[15];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void leave(String password) {
    String data = Settings.environment("DASHDOT_DATA");
    if (data == null) {
      throw new IllegalStateException(
          "Neither DASHDOT_ADMIN_PASSWORD nor DASHDOT_DATA is set:"
              + " there is no place to leave the first administrator's password.");
    }
    Path file = Path.of(data, PASSWORD_FILE);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(file, (password + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("The first password cannot be left in " + file, e);
    }
  }
}
