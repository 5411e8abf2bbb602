package org.dashdot.search;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** The views that a person saved; nobody sees those of others. */
@Stateless
public class SavedViews {

  private static final int MOST = 30;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_QUERY = 2000;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  /**
   * A saved view.
   *
   * @param query what stands behind the question mark of the list's address
   */
  public record View(Long id, String name, String query, Instant savedAt) {}

  /** The actor's own, by name; a program that is nobody's has none. */
  public List<View> of(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    return all(actor).stream()
        .map(v -> new View(v.id(), v.name(), v.query(), v.savedAt()))
        .toList();
  }

  /**
   * Keeps a view; one of the same name is replaced.
   *
   * @param query its parameters; what no list knows is left out
   */
  public Long save(String name, String query, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    if (actor.personId() == null) {
      throw new Conflict("Only a person has views.");
    }
    if (name == null || name.isBlank() || name.trim().length() > LONGEST_NAME) {
      throw new InvalidInput("name", "A view needs a name of at most 60 characters.");
    }
    String clean = ListAddress.lasting(query);
    if (clean.length() > LONGEST_QUERY) {
      throw new InvalidInput("query", "This view asks for too much to be kept.");
    }
    List<SavedView> own = all(actor);
    Optional<SavedView> known = own.stream().filter(v -> v.name().equals(name.trim())).findFirst();
    if (known.isEmpty() && own.size() >= MOST) {
      throw new Conflict("You have 30 views. Delete one of them first.");
    }
    SavedView view = known.orElseGet(() -> new SavedView(actor.personId(), name.trim()));
    view.keep(clean, clock.instant());
    em.persist(view);
    return view.id();
  }

  /** Forgets one of the actor's own. */
  public void remove(Long id, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    em.remove(
        all(actor).stream()
            .filter(v -> v.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Unknown("You have no view " + id)));
  }

  private List<SavedView> all(Actor actor) {
    return em.createQuery(
            "select v from SavedView v where v.personId = :person order by lower(v.name), v.id",
            SavedView.class)
        .setParameter("person", actor.personId() == null ? -1L : actor.personId())
        .getResultList();
  }
}
