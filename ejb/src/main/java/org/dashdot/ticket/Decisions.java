package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dashdot.shared.BlindSpot;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Severity;

/**
 * Asks the tables that are in force. One that fails on what nobody tried is replaced by the one
 * that comes with the product: a ticket without a priority would wait for ever. Callers bring the
 * transaction.
 */
@ApplicationScoped
public class Decisions implements BlindSpot {

  private static final Logger LOG = System.getLogger(Decisions.class.getName());

  /** How long after it was activated on another node a table is in force here. */
  private static final Duration LOOKED_UP = Duration.ofSeconds(1);

  @Inject DecisionTables tables;
  @Inject TableVersions versions;
  @Inject Settings settings;
  @Inject Clock clock;

  private final Map<DecisionTables.Kind, InForce> inForce = new ConcurrentHashMap<>();
  private final Map<DecisionTables.Kind, String> failing = new ConcurrentHashMap<>();

  /**
   * @param counts whether it looks at how many imperfections burn: to count them costs a query
   */
  private record InForce(int number, String document, boolean counts, Instant until) {}

  Priority priority(DecisionTables.Facts facts) {
    return Priority.valueOf(ask(DecisionTables.Kind.PRIORITY, facts));
  }

  /** The name of the team; it may not exist. */
  String team(DecisionTables.Facts facts) {
    return ask(DecisionTables.Kind.ROUTING, facts);
  }

  /** Whether it matters how many imperfections burn on a ticket. */
  boolean countMembers() {
    return inForce(DecisionTables.Kind.PRIORITY).counts();
  }

  DecisionTables.Facts facts(Severity severity, Labels labels, int members, boolean flapping) {
    return DecisionTables.Facts.of(severity, labels, clock.instant(), zone(), members, flapping);
  }

  private ZoneId zone() {
    return ZoneId.of(settings.text("tables.zone"));
  }

  private String ask(DecisionTables.Kind kind, DecisionTables.Facts facts) {
    InForce table = inForce(kind);
    try {
      String value = tables.ask(kind, table.document(), facts).value();
      if (kind == DecisionTables.Kind.PRIORITY && !Priority.named(value)) {
        throw new InvalidInput("table", value + " is no priority");
      }
      failing.remove(kind);
      return value;
    } catch (InvalidInput e) {
      String words = "version " + table.number() + " of the table " + kind.key() + " fails";
      if (failing.put(kind, words) == null) {
        LOG.log(Level.ERROR, "{0}: {1}; the shipped one is used", words, e.getMessage());
      }
      return tables.ask(kind, tables.shipped(kind), facts).value();
    }
  }

  private InForce inForce(DecisionTables.Kind kind) {
    InForce known = inForce.get(kind);
    Instant now = clock.instant();
    if (known != null && now.isBefore(known.until())) {
      return known;
    }
    int number = versions.active(kind);
    String document =
        known != null && known.number() == number
            ? known.document()
            : versions.find(kind, number).map(TableVersion::document).orElse(tables.shipped(kind));
    InForce found =
        new InForce(number, document, document.contains("members"), now.plus(LOOKED_UP));
    inForce.put(kind, found);
    return found;
  }

  @Override
  public List<String> notes() {
    return List.copyOf(failing.values());
  }

  @Override
  public List<String> blind() {
    return List.of();
  }
}
