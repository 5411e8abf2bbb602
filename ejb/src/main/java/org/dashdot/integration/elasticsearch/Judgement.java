package org.dashdot.integration.elasticsearch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.dashdot.integration.elasticsearch.SearchAsked.Counts;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Sentence;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;

/**
 * What a poll's answers mean: what fires, and what burnt until now and is over. What burns is asked
 * of the store, so that a restart and another node conclude the same.
 */
final class Judgement {

  /** A search that cannot be answered: what it watches for could happen without a word. */
  static final String FAILS = "SavedSearchFails";

  private final SignalSource.Question question;
  private final Wording wording;
  private final Duration lasts;
  private final String kibana;
  private final Map<Labels, Signal> said = new LinkedHashMap<>();

  /**
   * @param lasts how long what fires holds without being said again
   * @param kibana its address for links; empty for none
   */
  Judgement(SignalSource.Question question, Wording wording, Duration lasts, String kibana) {
    this.question = question;
    this.wording = wording;
    this.lasts = lasts;
    this.kibana = kibana;
  }

  /** A search was answered. */
  void answered(SavedSearch search, Counts counts) {
    Set<Labels> burning = burning(search.name());
    Set<Labels> over = new HashSet<>(burning);
    counts
        .values()
        .forEach(
            (value, count) -> {
              Labels identity =
                  search.identity(question.source(), search.by() == null ? null : value);
              boolean burns = burning.contains(identity);
              boolean known = counts.known().contains(value);
              if (search.raised(count) && !known || burns && !search.cleared(count)) {
                over.remove(identity);
                fires(identity, "", () -> words(search, identity, value, count));
              }
            });
    over.forEach(
        identity -> {
          // What is not listed among very many may be just as frequent as the last one that is.
          if (counts.least() > 0
              && !search.cleared(counts.least())
              && !listed(search, identity, counts)) {
            holds(identity, "it is not among the most frequent values.");
          } else {
            String value = search.as() == null ? "" : identity.get(search.as()).orElse("");
            double count = counts.values().getOrDefault(value, 0.0);
            ends(identity, words(search, identity, value, count).annotations());
          }
        });
  }

  private static boolean listed(SavedSearch search, Labels identity, Counts counts) {
    return search.as() != null
        && identity.get(search.as()).filter(counts.values()::containsKey).isPresent();
  }

  /** A search could not be answered: what it found before still counts. */
  void failed(String search, String why) {
    String reason = why.replaceFirst("\\.$", "");
    fails(
        search,
        "The saved search "
            + search
            + " fails: "
            + reason
            + ". Correct it in the file that elasticsearch.searches names.");
    burning(search).forEach(identity -> holds(identity, "its search fails: " + reason + "."));
  }

  /** More comes than a poll can read. */
  void behind(String search) {
    fails(
        search,
        "The saved search "
            + search
            + " falls behind: more lines come than can be read. Narrow its query, or let the"
            + " shipper send them here.");
  }

  private void fails(String search, String summary) {
    fires(failure(search), summary);
  }

  private Labels failure(String search) {
    return Labels.of(
        Map.of(
            "alertname",
            FAILS,
            "search",
            search,
            "source",
            question.source(),
            "severity",
            "warning",
            "tier",
            "system"));
  }

  /** All that is to be said; failures of before that are mended are over. */
  List<Signal> signals() {
    burning(FAILS).stream()
        .filter(identity -> !said.containsKey(identity))
        .forEach(identity -> ends(identity, summary("It is answered again, or no longer asked.")));
    Set<Labels> firing = new HashSet<>();
    said.forEach(
        (identity, signal) -> {
          if (signal.firing()) {
            firing.add(identity);
          }
        });
    wording.keep(question.source(), firing);
    return List.copyOf(said.values());
  }

  /** The same name may come from elsewhere too, say by a push. */
  private Set<Labels> burning(String name) {
    Set<Labels> own = new HashSet<>(question.burning().apply(name));
    own.removeIf(labels -> !labels.get("source").orElse("").equals(question.source()));
    return own;
  }

  private void holds(Labels identity, String why) {
    fires(identity, identity.name() + " still counts as burning: " + why);
  }

  private void fires(Labels identity, String summary) {
    fires(
        identity,
        summary,
        () -> new Wording.Words(question.now(), summary, summary(summary), null));
  }

  private void fires(Labels identity, String why, Supplier<Wording.Words> fresh) {
    Wording.Words words = wording.of(identity, question.now(), why, fresh);
    Instant end = question.now().plus(lasts);
    said.put(
        identity, signal(Signal.State.FIRING, identity, words.annotations(), end, words.link()));
  }

  private void ends(Labels identity, Labels annotations) {
    said.put(identity, signal(Signal.State.RESOLVED, identity, annotations, question.now(), null));
  }

  private static Signal signal(
      Signal.State state, Labels identity, Labels annotations, Instant end, String link) {
    String raw = PushedAlerts.body(state == Signal.State.FIRING, identity, annotations);
    return new Signal(state, identity, annotations, null, end, link, null, raw);
  }

  private static Labels summary(String summary) {
    return Labels.of(Map.of("summary", summary));
  }

  private Wording.Words words(SavedSearch search, Labels identity, String value, double count) {
    Map<String, String> annotations = new TreeMap<>();
    String number = String.valueOf((long) count);
    annotations.put(
        "summary",
        search.summary() == null
            ? ours(search, value, number)
            : Sentence.filled(search.summary(), identity, number));
    annotations.put("value", number);
    if (search.runbook() != null) {
      annotations.put("runbook_url", search.runbook());
    }
    if (search.words() != null) {
      annotations.put("query", search.words());
    }
    String link = KibanaLink.to(kibana, search, question.now());
    return new Wording.Words(question.now(), "", Labels.of(annotations), link);
  }

  private static String ours(SavedSearch search, String value, String number) {
    String what =
        switch (search.kind()) {
          case NEW_TERMS -> search.by() + " " + value + " is new: " + number;
          case GROUPS -> search.by() + " " + value + ": " + number;
          default -> search.name() + ": " + number;
        };
    return what + " in " + spell(search.window());
  }

  private static String spell(Duration window) {
    return window.toSeconds() % 60 == 0 ? window.toMinutes() + " min" : window.toSeconds() + " s";
  }
}
