package org.dashdot.topology;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;
import org.dashdot.topology.Edge.Fact;

/** The edges as they are stored, and their import. */
@Stateless
public class Topology {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /** All of them, by name of what rests. */
  public List<Edge> all(int most) {
    return em.createQuery(
            "select e from Edge e order by e.upperName, e.relation, e.lowerName, e.origin",
            Edge.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** Those whose one or other end has this in its name, for a person who looks for it. */
  public List<Edge> search(String text, int most) {
    return em.createQuery(
            "select e from Edge e where lower(e.upperName) like :text escape '!'"
                + " or lower(e.lowerName) like :text escape '!'"
                + " order by e.upperName, e.relation, e.lowerName, e.origin",
            Edge.class)
        .setParameter("text", "%" + escaped(text) + "%")
        .setMaxResults(most)
        .getResultList();
  }

  private static String escaped(String text) {
    return text.toLowerCase(java.util.Locale.ROOT)
        .replace("!", "!!")
        .replace("%", "!%")
        .replace("_", "!_");
  }

  /** Changes whenever an edge comes or goes. */
  public String state() {
    Object[] row =
        em.createQuery("select count(e), coalesce(max(e.id), 0) from Edge e", Object[].class)
            .getSingleResult();
    return row[0] + " " + row[1];
  }

  /** Which of these edges became known between two moments, the oldest first. */
  public List<Edge> learnt(Collection<Fact> facts, Instant from, Instant until) {
    List<String> names = facts.stream().map(fact -> fact.upper().name()).distinct().toList();
    if (names.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select e from Edge e where e.upperName in :names and e.seenAt between :from and"
                + " :until order by e.seenAt, e.id",
            Edge.class)
        .setParameter("names", names)
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream()
        .filter(edge -> facts.contains(edge.fact()))
        .toList();
  }

  /** Adds what labels told; what is known already must not be among it. */
  public void learn(Collection<Fact> facts) {
    Instant now = clock.instant();
    facts.forEach(fact -> em.persist(new Edge(Edge.LABELS, fact, now)));
  }

  /**
   * Replaces what was imported under this name by what stands in an inventory.
   *
   * @param text what {@code ansible-inventory --list} prints, or CSV
   * @return how many relations it holds
   * @throws InvalidInput when it cannot be read; then nothing is changed
   */
  public int replace(String origin, String text, Actor actor) {
    Rights.check(actor, Right.EDIT_RULES, null);
    recency.toAct(actor);
    if (origin == null
        || !origin.matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}")
        || origin.equals(Edge.LABELS)) {
      throw new InvalidInput(
          "origin", "An inventory's name is made of letters, digits, dot and dash.");
    }
    List<Fact> facts = Inventory.read(text == null ? "" : text);
    Map<Fact, Instant> known = since(origin);
    forget(origin);
    Instant now = clock.instant();
    // What was known before the import is not new.
    facts.forEach(fact -> em.persist(new Edge(origin, fact, known.getOrDefault(fact, now))));
    audit.record(actor, "import inventory", origin, facts.size() + " relations");
    return facts.size();
  }

  /** Forgets what was imported under this name. */
  public void remove(String origin, Actor actor) {
    Rights.check(actor, Right.EDIT_RULES, null);
    recency.toAct(actor);
    audit.record(actor, "remove inventory", origin, forget(origin) + " relations");
  }

  private Map<Fact, Instant> since(String origin) {
    return em.createQuery("select e from Edge e where e.origin = :origin", Edge.class)
        .setParameter("origin", origin)
        .getResultStream()
        .collect(Collectors.toMap(Edge::fact, Edge::seenAt, (a, b) -> a));
  }

  private int forget(String origin) {
    return em.createQuery("delete from Edge e where e.origin = :origin")
        .setParameter("origin", origin)
        .executeUpdate();
  }
}
