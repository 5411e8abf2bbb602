package org.dashdot.term;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dashdot.shared.MadeAtStart;

/** Writes the index of words; callers bring the transaction. */
@ApplicationScoped
public class TermIndex implements MadeAtStart {

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  /**
   * From now on a new ticket is found by these texts and by its number. To be called once for each.
   */
  public void add(long ticketId, List<String> texts) {
    List<String> all = new ArrayList<>(List.of(String.valueOf(ticketId)));
    all.addAll(texts);
    write(ticketId, Words.kept(all));
  }

  /**
   * From now on a ticket is found by each of these texts too, and may be found by some of their
   * words already; whoever calls holds its lock.
   */
  public void also(long ticketId, List<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    texts.forEach(text -> words.addAll(Words.kept(List.of(text))));
    if (words.isEmpty()) {
      return;
    }
    words.removeAll(
        em.createQuery(
                "select x.term from TicketTerm x where x.ticketId = :ticket and x.term in :words",
                String.class)
            .setFlushMode(FlushModeType.COMMIT)
            .setParameter("ticket", ticketId)
            .setParameter("words", words)
            .getResultList());
    if (!words.isEmpty()) {
      write(ticketId, words);
    }
  }

  /**
   * One statement: as entities they would be looked through for changes at every flush of a storm.
   */
  private void write(long ticketId, Set<String> words) {
    Query insert =
        em.createNativeQuery(
                "insert into ticket_term (term, ticket_id) values "
                    + String.join(", ", Collections.nCopies(words.size(), "(?, ?)")))
            .setFlushMode(FlushModeType.COMMIT);
    int at = 1;
    for (String word : words) {
      insert.setParameter(at++, word);
      insert.setParameter(at++, ticketId);
    }
    insert.executeUpdate();
  }
}
