package org.dashdot.ticket;

import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * Which tickets the dot counts, said once: those that burn, and those that flap, which count as
 * open until they have been quiet for long enough; not what is put aside, and not what a window
 * collects.
 */
public final class Counted {

  /** A condition on the ticket {@code t} of a JPQL query. */
  public static final String CONDITION =
      "t.status in :counted and (t.status <> :cleared or t.flapping = true)"
          + " and (t.collects is null or t.collects <> :window)"
          + " and (t.snoozedUntil is null or t.snoozedUntil <= :asOf)";

  private Counted() {}

  /** The values of its parameters. */
  public static Map<String, Object> values(Instant now) {
    return Map.of(
        "counted",
        Set.of(TicketStatus.OPEN, TicketStatus.ACKNOWLEDGED, TicketStatus.CLEARED),
        "cleared",
        TicketStatus.CLEARED,
        "window",
        Collects.WINDOW,
        "asOf",
        now);
  }

  /** Gives a query with the condition its values. */
  public static <T extends Query> T filled(T query, Instant now) {
    values(now).forEach(query::setParameter);
    return query;
  }
}
