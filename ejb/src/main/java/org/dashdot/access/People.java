package org.dashdot.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dashdot.shared.MadeAtStart;

/** The people and teams that are stored; callers bring the transaction. */
@ApplicationScoped
public class People implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  public Optional<Person> byLogin(String login) {
    return em.createQuery("select p from Person p where p.login = :login", Person.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst();
  }

  public Optional<Person> byId(Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(em.find(Person.class, id));
  }

  public List<Person> all() {
    return em.createQuery("select p from Person p order by p.name, p.id", Person.class)
        .getResultList();
  }

  public List<Person> withRole(Role role) {
    return em.createQuery(
            "select p from Person p where p.active = true and :role member of p.roles order by p.id",
            Person.class)
        .setParameter("role", role)
        .getResultList();
  }

  public boolean none() {
    return em.createQuery("select count(p) from Person p", Long.class).getSingleResult() == 0;
  }

  public List<Team> teams() {
    return em.createQuery("select t from Team t order by t.name", Team.class).getResultList();
  }

  public Optional<Team> team(String name) {
    // Asked for each of many new tickets, which need not be looked through for changes of teams.
    return em.createQuery("select t from Team t where t.name = :name", Team.class)
        .setFlushMode(FlushModeType.COMMIT)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public Optional<Team> team(Long id) {
    return id == null ? Optional.empty() : Optional.ofNullable(em.find(Team.class, id));
  }

  public Set<Long> teamIdsOf(Long personId) {
    return em.createQuery(
            "select t.id from Team t join t.members m where m.id = :person", Long.class)
        .setParameter("person", personId)
        .getResultStream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Gives a team its members in this order. The old rows go first: rewriting them one by one would
   * seat one person twice for a moment, which the schema forbids.
   */
  public void seat(Team team, List<Person> members) {
    team.setMembers(List.of());
    em.flush();
    team.setMembers(members);
  }

  public void add(Person person) {
    em.persist(person);
  }

  public void add(Team team) {
    em.persist(team);
  }
}
