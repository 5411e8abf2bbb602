package org.dashdot.research;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dashdot.access.Person;
import org.dashdot.shared.MadeAtStart;

/** Where people looked; callers bring the transaction. */
@ApplicationScoped
public class Visits implements MadeAtStart {

  /** What helped longer ago than in so many tickets of a class tells little. */
  private static final int TICKETS_REMEMBERED = 50;

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  void add(Visit visit) {
    em.persist(visit);
  }

  Person person(Long id) {
    return em.find(Person.class, id);
  }

  /** Of one ticket, the newest first. */
  List<Visit> of(long ticket) {
    return em.createQuery(
            "select v from Visit v join fetch v.person where v.ticketId = :ticket"
                + " order by v.id desc",
            Visit.class)
        .setParameter("ticket", ticket)
        .getResultList();
  }

  /** How often each question led to the cause on the last tickets of a class. */
  Map<Question, Long> helped(String classKey, long besides) {
    List<Long> last =
        em.createQuery(
                "select t.id from Ticket t where t.classKey = :class and t.id <> :besides"
                    + " order by t.id desc",
                Long.class)
            .setParameter("class", classKey)
            .setParameter("besides", besides)
            .setMaxResults(TICKETS_REMEMBERED)
            .getResultList();
    Map<Question, Long> helped = new EnumMap<>(Question.class);
    if (!last.isEmpty()) {
      em.createQuery(
              "select v.question, count(distinct v.ticketId) from Visit v"
                  + " where v.ticketId in :tickets and v.answer = :yes group by v.question",
              Object[].class)
          .setParameter("tickets", last)
          .setParameter("yes", Found.YES)
          .getResultList()
          .forEach(row -> helped.put((Question) row[0], (Long) row[1]));
    }
    return helped;
  }
}
