package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.People;
import org.dashdot.access.Person;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.oncall.Duty;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;

/** What an engineer does with the decision tables: look, try, save, go back to an older version. */
@Stateless
public class TableDesk {

  @Inject DecisionTables tables;
  @Inject TableVersions versions;
  @Inject TableCheck check;
  @Inject Decisions decisions;
  @Inject People people;
  @Inject Duty duty;
  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /**
   * A table as it is in force.
   *
   * @param number 0 for the one that comes with the product
   * @param versions those that were saved, the newest first
   */
  public record View(
      DecisionTables.Kind kind, int number, String document, List<TableVersion> versions) {}

  /**
   * What would happen to a ticket with such labels.
   *
   * @param responder who would be told first; null when there is nobody
   */
  public record Trial(
      DecisionTables.Answer priority,
      DecisionTables.Answer team,
      boolean teamExists,
      String responder) {}

  public View view(DecisionTables.Kind kind, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    int active = versions.active(kind);
    return new View(kind, active, document(kind, active), versions.all(kind));
  }

  /** A version's DMN document; 0 is the one that comes with the product. */
  public String document(DecisionTables.Kind kind, int number, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return document(kind, number);
  }

  private String document(DecisionTables.Kind kind, int number) {
    return number == TableVersions.SHIPPED
        ? tables.shipped(kind)
        : versions
            .find(kind, number)
            .map(TableVersion::document)
            .orElseThrow(() -> new Unknown("There is no version " + number + " of " + kind.key()));
  }

  /**
   * As a grid.
   *
   * @throws InvalidInput when there is more in it than a grid can show
   */
  public DecisionTables.Grid grid(DecisionTables.Kind kind, String document, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return tables.read(kind, document);
  }

  /** The DMN document of a grid that is being edited. */
  public String draft(DecisionTables.Kind kind, DecisionTables.Grid grid, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return tables.write(kind, grid);
  }

  /** The same as {@link #save(DecisionTables.Kind, String, int, String, Actor)} for a grid. */
  public int save(
      DecisionTables.Kind kind, DecisionTables.Grid grid, int before, String remark, Actor actor) {
    return save(kind, tables.write(kind, grid), before, remark, actor);
  }

  /**
   * Saves a version and puts it in force. One that is broken is refused, and the old one stays.
   *
   * @param before the number of the version that was changed
   * @param remark why
   * @return its number
   * @throws InvalidInput naming {@code table}, with what is wrong with it
   * @throws Conflict when somebody else has saved one meanwhile
   */
  public int save(
      DecisionTables.Kind kind, String document, int before, String remark, Actor actor) {
    Rights.check(actor, Right.EDIT_RULES, null);
    recency.toAct(actor);
    if (remark == null || remark.isBlank() || remark.length() > 500) {
      throw new InvalidInput("remark", "Say why, in at most 500 characters.");
    }
    check.require(kind, document);
    if (versions.active(kind) != before) {
      throw new Conflict(
          "Meanwhile somebody else put version "
              + versions.active(kind)
              + " of this table in force. Load it, and change that one.");
    }
    int number =
        versions.add(kind, document, remark.trim(), actor.name(), clock.instant()).number();
    use(kind, number, remark.trim(), actor);
    return number;
  }

  /** Puts an older version in force again; 0 is the one that comes with the product. */
  public void activate(DecisionTables.Kind kind, int number, Actor actor) {
    Rights.check(actor, Right.EDIT_RULES, null);
    recency.toAct(actor);
    check.require(kind, document(kind, number));
    use(kind, number, null, actor);
  }

  private void use(DecisionTables.Kind kind, int number, String remark, Actor actor) {
    versions.use(kind, number, actor.name(), clock.instant());
    audit.record(actor, "put table in force", kind.key() + " version " + number, remark);
  }

  /**
   * A ticket that somebody thinks of.
   *
   * @param members how many imperfections burn on it, from 1 on
   * @param flapping whether it comes and goes
   * @param hourOfWeek 0 from Monday's midnight to 167; null for this hour
   */
  public record Case(Labels labels, int members, boolean flapping, Integer hourOfWeek) {

    /**
     * @throws InvalidInput naming {@code members} or {@code hour}
     */
    public Case {
      if (members < 1 || members > 1_000_000) {
        throw new InvalidInput("members", "At least one imperfection burns on a ticket.");
      }
      if (hourOfWeek != null && (hourOfWeek < 0 || hourOfWeek > 167)) {
        throw new InvalidInput("hour", "An hour of the week is 0 (Monday, midnight) to 167.");
      }
    }
  }

  /**
   * Tries a ticket on the tables in force, or on a draft of one of them.
   *
   * @param draft in place of the one in force, by kind; may be empty
   */
  public Trial attempt(Case tried, Map<DecisionTables.Kind, String> draft, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Labels labels = tried.labels();
    DecisionTables.Facts facts =
        decisions
            .facts(
                Severity.of(labels.get("severity").orElse(labels.get("level").orElse(null))),
                labels,
                tried.members(),
                tried.flapping())
            .at(tried.hourOfWeek());
    DecisionTables.Answer priority = ask(DecisionTables.Kind.PRIORITY, draft, facts);
    DecisionTables.Answer team = ask(DecisionTables.Kind.ROUTING, draft, facts);
    Optional<Team> known = people.team(team.value());
    return new Trial(
        priority,
        team,
        known.isPresent(),
        known.flatMap(duty::responder).map(Person::name).orElse(null));
  }

  private DecisionTables.Answer ask(
      DecisionTables.Kind kind,
      Map<DecisionTables.Kind, String> draft,
      DecisionTables.Facts facts) {
    String document = draft.get(kind);
    return tables.ask(
        kind, document == null ? document(kind, versions.active(kind)) : document, facts);
  }
}
