package org.dashdot.integration.elasticsearch;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.signal.Labels;

/**
 * A question that is asked at every poll.
 *
 * @param name the alert's name
 * @param query query DSL; null for everything
 * @param words the query as a Lucene query string, for links; null when it is query DSL
 * @param window what is looked at: so long until now
 * @param late what is logged becomes visible so much later: the window ends that much before now
 * @param by the field whose values are told apart; null where there is none
 * @param as the label that takes the field's value; null where there is none
 * @param history in which a value must not have occurred to be new; null where that is not asked
 * @param above whether more is worse
 * @param raise from so many on it is an imperfection
 * @param clear on this side of it, it is none any more
 * @param labels added to the imperfection, its severity included
 * @param summary a sentence with {@code {{value}}}, {@code {{host}}} and labels; null for ours
 * @param runbook may be null
 * @param mayBeMissing whether there may be no such index
 * @param dataView the one that Kibana shows the events in; null for its default
 */
record SavedSearch(
    String name,
    Kind kind,
    String index,
    JsonObject query,
    String words,
    String timeField,
    Duration window,
    Duration late,
    String by,
    String as,
    Duration history,
    boolean above,
    double raise,
    double clear,
    Labels labels,
    String summary,
    String runbook,
    boolean mayBeMissing,
    String dataView) {

  /** What becomes of what it finds. */
  enum Kind {
    COUNT,
    GROUPS,
    NEW_TERMS,
    LINES
  }

  boolean raised(double value) {
    return above ? value >= raise : value <= raise;
  }

  boolean cleared(double value) {
    return above ? value < clear : value > clear;
  }

  /**
   * What identifies an imperfection that it finds.
   *
   * @param value of the field by which it tells apart; null where there is none
   */
  Labels identity(String source, String value) {
    Map<String, String> all = new TreeMap<>(labels.values());
    all.put("alertname", name);
    all.put("source", source);
    if (value != null) {
      all.put(as, value);
    }
    return Labels.of(all);
  }
}
