package org.dashdot.ticket;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dashdot.term.Words;

/** The part of a query that looks for words, all of which must be there. */
final class TicketText {

  /** A word of so few tickets is where to begin; else the newest tickets are looked through. */
  private static final int RARE = 2000;

  private static final Pattern NUMBER = Pattern.compile("(#?)(\\d{1,18})");

  /** Sorts after everything that begins with what it follows. */
  private static final String LAST = "\uffff";

  private static final String NOTHING = " and t.id = -1";

  private TicketText() {}

  /** The condition on {@code t}, with its values added to the others. */
  static String where(EntityManager em, String text, Map<String, Object> values) {
    Matcher number = NUMBER.matcher(text.trim());
    if (number.matches() && !number.group(1).isEmpty()) {
      values.put("number", Long.parseLong(number.group(2)));
      return " and t.id = :number";
    }
    List<String> words = Words.asked(text);
    if (words.isEmpty()) {
      return NOTHING;
    }
    StringBuilder where = new StringBuilder();
    Map<String, Object> found = new HashMap<>();
    Set<Long> few = null;
    for (int i = 0; i < words.size(); i++) {
      // A number alone is meant as it stands, or 47 would find all that begin so.
      Map<String, Object> own = own(words.get(i), number.matches(), i);
      String matching =
          own.size() == 1
              ? " from TicketTerm x where x.term = :word" + i
              : " from TicketTerm x where x.term >= :word" + i + " and x.term < :last" + i;
      List<Long> ids = first(em, matching, own);
      if (ids.size() > RARE) {
        where.append(" and exists (select 1").append(matching).append(" and x.ticketId = t.id)");
        found.putAll(own);
      } else if (few == null) {
        few = new TreeSet<>(ids);
      } else {
        few.retainAll(ids);
      }
    }
    if (few != null && few.isEmpty()) {
      return NOTHING;
    }
    values.putAll(found);
    if (few != null) {
      values.put("few", few);
      where.append(" and t.id in :few");
    }
    return where.toString();
  }

  private static Map<String, Object> own(String word, boolean whole, int i) {
    return whole ? Map.of("word" + i, word) : Map.of("word" + i, word, "last" + i, word + LAST);
  }

  private static List<Long> first(EntityManager em, String matching, Map<String, Object> values) {
    TypedQuery<Long> query = em.createQuery("select x.ticketId" + matching, Long.class);
    values.forEach(query::setParameter);
    return query.setMaxResults(RARE + 1).getResultList();
  }
}
