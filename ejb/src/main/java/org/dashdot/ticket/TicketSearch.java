package org.dashdot.ticket;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;

/** Lists tickets by key, never by offset, so that the millionth page is as quick as the first. */
@Stateless
public class TicketSearch {

  private static final int COUNTED = 10_000;
  private static final String NOBODY = "nobody";
  private static final String NOT_CLOSED = "open";
  private static final String FOUND = "found";
  private static final String COUNTED_BY_DOT = "counted";
  private static final String OVERDUE = "overdue";
  private static final String ALL = "all";
  private static final Set<TicketStatus> OPEN =
      EnumSet.complementOf(EnumSet.of(TicketStatus.CLOSED));

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Clock clock;

  public Page<TicketRow> find(TicketQuery query, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    if (query.limit() < 1 || query.limit() > 200) {
      throw new InvalidInput("limit", "A page has 1 to 200 tickets.");
    }
    Map<String, Object> values = new HashMap<>();
    String where = where(query, values);
    long total = count(where, values);
    return page(query, where, values, Math.min(total, COUNTED), total <= COUNTED);
  }

  /** The same without counting: for who walks from page to page to the end. */
  public Page<TicketRow> walk(TicketQuery query, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Map<String, Object> values = new HashMap<>();
    String where = where(query, values);
    return page(query, where, values, 0, false);
  }

  private Page<TicketRow> page(
      TicketQuery query, String where, Map<String, Object> values, long total, boolean exact) {
    Order order = Order.of(query.sort());
    String keyset = where + order.after(query, values);
    List<Ticket> found =
        fill(
                em.createQuery(
                    "select t from Ticket t left join fetch t.team left join fetch t.assignee"
                        + keyset
                        + order.by(query.backwards()),
                    Ticket.class),
                values)
            .setMaxResults(query.limit() + 1)
            .getResultList();
    boolean more = found.size() > query.limit();
    List<Ticket> page = new ArrayList<>(more ? found.subList(0, query.limit()) : found);
    if (query.backwards()) {
      Collections.reverse(page);
    }
    boolean next = query.backwards() || more;
    boolean previous = query.backwards() ? more : query.cursor() != null;
    return new Page<>(
        page.stream().map(TicketSearch::row).toList(),
        next && !page.isEmpty() ? order.cursor(page.get(page.size() - 1)) : null,
        previous && !page.isEmpty() ? order.cursor(page.get(0)) : null,
        total,
        exact);
  }

  private String where(TicketQuery query, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (given(query.status()) && !ALL.equals(query.status())) {
      if (NOT_CLOSED.equals(query.status())) {
        where.append(" and t.status in :open");
        values.put("open", OPEN);
      } else if (FOUND.equals(query.status())) {
        where.append(" and t.status in :open and t.foundBurning = true");
        values.put("open", OPEN);
      } else if (COUNTED_BY_DOT.equals(query.status())) {
        where.append(" and ").append(Counted.CONDITION);
        values.putAll(Counted.values(clock.instant()));
      } else if (OVERDUE.equals(query.status())) {
        where.append(" and t.status in :burning and t.overdueAt < :now");
        values.put("burning", TicketStatus.BURNING);
        values.put("now", clock.instant());
      } else {
        where.append(" and t.status = :status");
        values.put("status", status(query.status()));
      }
    }
    if (query.priority() != null) {
      where.append(" and t.priority = :priority");
      values.put("priority", query.priority());
    }
    if (given(query.team())) {
      where.append(" and t.team.name = :team");
      values.put("team", query.team());
    }
    if (NOBODY.equals(query.assignee())) {
      where.append(" and t.assignee is null");
    } else if (given(query.assignee())) {
      where.append(" and t.assignee.login = :assignee");
      values.put("assignee", query.assignee());
    }
    if (given(query.text())) {
      where.append(TicketText.where(em, query.text(), values));
    }
    return where.toString();
  }

  private static boolean given(String text) {
    return text != null && !text.isBlank();
  }

  private static TicketStatus status(String text) {
    try {
      return TicketStatus.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InvalidInput("status", "There is no status " + text);
    }
  }

  private long count(String where, Map<String, Object> values) {
    return fill(em.createQuery("select t.id from Ticket t" + where, Long.class), values)
        .setMaxResults(COUNTED + 1)
        .getResultList()
        .size();
  }

  private static <T> TypedQuery<T> fill(TypedQuery<T> query, Map<String, Object> values) {
    values.forEach(query::setParameter);
    return query;
  }

  static TicketRow row(Ticket t) {
    return new TicketRow(
        t.id(),
        t.title(),
        t.priority(),
        t.status(),
        t.unconfirmed(),
        t.team() == null ? null : t.team().name(),
        t.assignee() == null ? null : t.assignee().name(),
        t.sourceName(),
        t.openedAt(),
        t.closedAt());
  }

  /** How a list is sorted; numbers only grow, so they break every tie. */
  private enum Order {
    OPENED("t.id", false),
    OLDEST("t.id", true),
    PRIORITY("t.priority", true);

    private final String key;
    private final boolean ascending;

    Order(String key, boolean ascending) {
      this.key = key;
      this.ascending = ascending;
    }

    static Order of(String text) {
      try {
        return text == null || text.isBlank() ? OPENED : valueOf(text.toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new InvalidInput("sort", "Tickets are sorted by opened, oldest or priority.");
      }
    }

    String by(boolean backwards) {
      String first = ascending != backwards ? " asc" : " desc";
      return this == PRIORITY
          ? " order by t.priority" + first + ", t.id" + first
          : " order by t.id" + first;
    }

    String after(TicketQuery query, Map<String, Object> values) {
      if (!given(query.cursor())) {
        return "";
      }
      String than = ascending != query.backwards() ? " > " : " < ";
      // The limit keeps empty parts, so that also a cursor of nothing but dots has some.
      String[] parts = query.cursor().split("\\.", -1);
      try {
        values.put("cursorId", Long.parseLong(parts[parts.length - 1]));
        if (this != PRIORITY) {
          return " and t.id" + than + ":cursorId";
        }
        values.put("cursorPriority", Priority.valueOf(parts[0]));
        // The row value is a seek on PostgreSQL; the plain range is what H2 can seek by.
        return (" and t.priority" + than.trim() + "= :cursorPriority")
            + (" and (t.priority, t.id)" + than + "(:cursorPriority, :cursorId)");
      } catch (IllegalArgumentException e) {
        throw new InvalidInput("cursor", "This cursor is not one that a page gave.");
      }
    }

    String cursor(Ticket last) {
      return this == PRIORITY ? last.priority() + "." + last.id() : String.valueOf(last.id());
    }
  }
}
