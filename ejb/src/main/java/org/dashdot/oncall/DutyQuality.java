package org.dashdot.oncall;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;

/** What is wrong with the duty of the next weeks: gaps, uneven load, people nobody can tell. */
@Stateless
public class DutyQuality {

  private static final Duration LOOKED_AT = Duration.ofDays(28);

  @Inject DutyBook book;
  @Inject People people;
  @Inject Reachability reachability;
  @Inject Clock clock;

  /** A time without anybody. */
  public record Gap(Instant from, Instant until) {}

  /** A person's load in one rotation; {@code heavy} when it is much more than the others'. */
  public record Share(String person, long hours, int nights, int weekendDays, boolean heavy) {}

  /** Somebody who will have duty and cannot be told; {@code why} ends a sentence. */
  public record Unreachable(String person, String why) {}

  /** What there is to say of a rotation; {@code manned} says whether anybody takes turns at all. */
  public record Report(
      Long rotation,
      String team,
      String name,
      boolean watched,
      boolean manned,
      List<Gap> gaps,
      List<Share> shares,
      List<Unreachable> unreachable) {

    public boolean good() {
      return manned
          && gaps.isEmpty()
          && unreachable.isEmpty()
          && shares.stream().noneMatch(Share::heavy);
    }
  }

  /** By team, of the next four weeks. */
  public List<Report> reports(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Instant now = clock.instant();
    Map<Long, String> teams =
        people.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    return book.between(now, now.plus(LOOKED_AT)).lines().stream()
        .map(line -> report(line, teams.get(line.team()), now))
        .toList();
  }

  private Report report(Roster.Line line, String team, Instant now) {
    Predicate<Long> active = id -> people.byId(id).filter(Person::active).isPresent();
    List<Shift> shifts = line.plan().shifts(now, now.plus(LOOKED_AT), active);
    Set<Long> members = new TreeSet<>();
    line.plan().layers().forEach(layer -> members.addAll(layer.members()));
    members.removeIf(active.negate());
    Map<Long, Load> loads = Load.of(shifts, members, line.zone());
    return new Report(
        line.rotation(),
        team,
        line.name(),
        line.watched(),
        line.plan().manned(),
        shifts.stream().filter(Shift::gap).map(s -> new Gap(s.from(), s.until())).toList(),
        shares(loads),
        unreachable(loads));
  }

  private List<Share> shares(Map<Long, Load> loads) {
    List<Share> shares = new ArrayList<>();
    loads.forEach(
        (id, load) ->
            people
                .byId(id)
                .ifPresent(
                    person ->
                        shares.add(
                            new Share(
                                person.name(),
                                load.hours(),
                                load.nights(),
                                load.weekendDays(),
                                load.heavy(loads.values())))));
    shares.sort(Comparator.comparingLong(Share::hours).reversed());
    return shares;
  }

  private List<Unreachable> unreachable(Map<Long, Load> loads) {
    return loads.entrySet().stream()
        .filter(entry -> entry.getValue().seconds() > 0)
        .map(entry -> people.byId(entry.getKey()))
        .flatMap(Optional::stream)
        .flatMap(
            person ->
                reachability.lacks(person).stream().map(why -> new Unreachable(person.name(), why)))
        .toList();
  }
}
