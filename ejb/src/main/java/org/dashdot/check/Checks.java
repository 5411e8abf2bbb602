package org.dashdot.check;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.NotAllowed;
import org.dashdot.access.People;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.Team;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** The checks with all their versions; who may change them is the rights table's. */
@Stateless
public class Checks {

  private static final Actor PRODUCT = Actor.system("shipped checks");
  private static final String NEWEST =
      " c.number = (select max(o.number) from CheckVersion o where o.name = c.name)";

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject People people;
  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /** Each check as it is in force, by name. */
  public List<CheckVersion> all() {
    return em.createQuery(
            "select c from CheckVersion c where" + NEWEST + " order by c.name", CheckVersion.class)
        .getResultList();
  }

  /**
   * The version in force.
   *
   * @throws Unknown when there is no such check
   */
  public CheckVersion named(String name) {
    return newest(name).orElseThrow(() -> new Unknown("There is no check " + name));
  }

  private Optional<CheckVersion> newest(String name) {
    return em.createQuery(
            "select c from CheckVersion c where c.name = :name order by c.number desc",
            CheckVersion.class)
        .setParameter("name", name)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** All versions of a check, the newest first. */
  public List<CheckVersion> history(String name) {
    return em.createQuery(
            "select c from CheckVersion c where c.name = :name order by c.number desc",
            CheckVersion.class)
        .setParameter("name", name)
        .getResultList();
  }

  /** Grows with every new version; 0 while there is none. */
  public long state() {
    return em.createQuery("select coalesce(max(c.id), 0) from CheckVersion c", Long.class)
        .getSingleResult();
  }

  /** Those that are switched on. */
  public List<CheckInUse> inUse() {
    return all().stream()
        .filter(CheckVersion::enabled)
        .map(version -> new CheckInUse(version.id(), version.check()))
        .toList();
  }

  /**
   * Saves a check as a new version, which is in force from now on.
   *
   * @param basedOn the version that was edited, 0 for a new check; null when it does not matter
   * @return the version in force; the old one when nothing changed
   * @throws InvalidInput naming the member at fault
   * @throws Conflict when somebody else saved another version meanwhile
   * @throws NotAllowed when it is neither the right of the role nor a check of the own team
   */
  public CheckVersion save(JsonObject document, Integer basedOn, Actor actor) {
    Check check = CheckText.read(document);
    Optional<CheckVersion> before = newest(check.name());
    mayEdit(check, actor);
    before.ifPresent(version -> mayEdit(version.check(), actor));
    recency.toAct(actor);
    requireNewest(basedOn, before.map(CheckVersion::number).orElse(0));
    if (before.filter(version -> version.document().equals(document)).isPresent()) {
      return before.get();
    }
    boolean enabled = before.map(CheckVersion::enabled).orElse(true);
    return add(check.name(), before, document, enabled, false, actor);
  }

  private static void requireNewest(Integer basedOn, int newest) {
    if (basedOn != null && basedOn != newest) {
      throw new Conflict(
          basedOn == 0
              ? "There is already a check of that name."
              : "Somebody saved version " + newest + " meanwhile: look at it, then save again.");
    }
  }

  /** Switches a check on or off, which is a new version as well. */
  public CheckVersion enable(String name, boolean enabled, Actor actor) {
    CheckVersion before = named(name);
    mayEdit(before.check(), actor);
    recency.toAct(actor);
    return before.enabled() == enabled
        ? before
        : add(name, Optional.of(before), before.document(), enabled, before.shipped(), actor);
  }

  /** Whether this person may save this check; a check belongs to the team that its label names. */
  public boolean mayEdit(CheckVersion version, Actor actor) {
    return Rights.allows(actor, Right.EDIT_RULES, team(version.check()));
  }

  private void mayEdit(Check check, Actor actor) {
    Rights.check(actor, Right.EDIT_RULES, team(check));
  }

  private Long team(Check check) {
    String team = check.labels().get("team");
    return team == null ? null : people.team(team).map(Team::id).orElse(null);
  }

  private CheckVersion add(
      String name,
      Optional<CheckVersion> before,
      JsonObject document,
      boolean enabled,
      boolean shipped,
      Actor actor) {
    int number = before.map(CheckVersion::number).orElse(0) + 1;
    CheckVersion version =
        new CheckVersion(
            name, number, document.toString(), enabled, shipped, actor.name(), clock.instant());
    em.persist(version);
    audit.record(
        actor, "save check", name, "version " + number + (enabled ? "" : ", switched off"));
    return version;
  }

  /**
   * At each start: what is new in the product's own checks comes into force, unless a person wrote
   * the version that is.
   */
  public void ship() {
    for (JsonObject document : ShippedChecks.read()) {
      String name = CheckText.read(document).name();
      Optional<CheckVersion> before = newest(name);
      boolean same = before.filter(version -> version.document().equals(document)).isPresent();
      if (!same && before.map(CheckVersion::shipped).orElse(true)) {
        add(name, before, document, before.map(CheckVersion::enabled).orElse(true), true, PRODUCT);
      }
    }
  }
}
