package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Team;
import org.dashdot.shared.SelfReport;
import org.dashdot.shared.Settings;

/**
 * A time without anybody on duty, now or soon, is a ticket: raised while it is so, and over when
 * somebody has that time.
 */
@Stateless
public class GapWatch {

  static final String NOBODY = "NobodyOnDuty";
  static final String NOBODY_IN = "NobodyInRotation";
  static final String AHEAD = "DutyGapAhead";

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm z", Locale.ENGLISH);

  @Inject DutyBook book;
  @Inject People people;
  @Inject SelfReport selfReport;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Looks at every rotation; called from time to time, and after each change. */
  public void look() {
    Map<Long, String> teams = new HashMap<>();
    people.teams().forEach((Team team) -> teams.put(team.id(), team.name()));
    Map<Long, Boolean> known = new HashMap<>();
    Predicate<Long> active =
        id ->
            known.computeIfAbsent(
                id, person -> people.byId(person).filter(Person::active).isPresent());
    Long before = null;
    for (Roster.Line line : book.current().lines()) {
      // What a whole team lacks is told of its first rotation only, as when a ticket finds nobody.
      boolean first = !line.team().equals(before);
      before = line.team();
      look(line, teams.get(line.team()), first, active);
    }
  }

  private void look(Roster.Line line, String team, boolean first, Predicate<Long> active) {
    Instant now = clock.instant();
    String rotation = team + ", " + line.name();
    Optional<Shift> gap =
        line.plan().shifts(now, now.plus(settings.duration("duty.gap-ahead")), active).stream()
            .filter(Shift::gap)
            .findFirst();
    boolean watched = line.watched() && line.plan().manned();
    boolean gapNow = watched && gap.filter(g -> g.covers(now)).isPresent();
    boolean gapAhead = watched && gap.isPresent() && !gapNow;
    String name = first ? NOBODY : NOBODY_IN;
    String subject = first ? team : rotation;
    if (gapNow) {
      selfReport.lacks(
          name, subject, "critical", "Nobody is on duty for " + (first ? "team " : "") + subject);
    } else if (!first || line.plan().at(now, active).isPresent()) {
      selfReport.mended(name, subject);
    }
    if (gapAhead) {
      selfReport.lacks(
          AHEAD,
          rotation,
          "warning",
          "Nobody will be on duty for "
              + rotation
              + " from "
              + words(gap.get().from(), line.zone()));
    } else {
      selfReport.mended(AHEAD, rotation);
    }
  }

  private static String words(Instant moment, ZoneId zone) {
    return WORDS.format(moment.atZone(zone));
  }

  /** What is called so is there no more. */
  public void forget(String team, String rotation) {
    selfReport.mended(NOBODY, team);
    forget(rotation);
  }

  /** A rotation is there no more. */
  public void forget(String rotation) {
    List.of(NOBODY_IN, AHEAD).forEach(name -> selfReport.mended(name, rotation));
  }
}
