package org.dashdot.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;

/** Tries a check on what came in the last hour, before it counts. Changes nothing. */
@ApplicationScoped
public class CheckTrial {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_SHOWN = 50;

  @Inject Window window;
  @Inject Sources sources;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Something it would have raised.
   *
   * @param endedAt null when it would burn still
   */
  public record Raised(String source, Labels labels, String summary, Instant at, Instant endedAt) {}

  /**
   * What would have been.
   *
   * @param raised how often it would have raised something
   * @param seen how many values and lines it looked at
   * @param from when the first of these came; null when there are none
   * @param first the first of what it would have raised
   */
  public record Outcome(int raised, long seen, Instant from, List<Raised> first) {}

  /**
   * @throws InvalidInput naming the member at fault
   */
  public Outcome run(JsonObject document, Actor actor) {
    Rights.check(actor, Right.SEE, null);
    Check check = CheckText.read(document);
    Instant from = clock.instant().minus(HOUR);
    Run run = new Run();
    for (Sources.Row row : sources.all()) {
      if (check.scope().concerns(row.source().integration())) {
        window.replay(row.source().id(), from, run.over(row.source(), check, from));
      }
    }
    return run.outcome();
  }

  private final class Run {

    private final List<Raised> first = new ArrayList<>();
    private int raised;
    private long seen;
    private Instant from;

    Consumer<Observed> over(Source source, Check check, Instant beginning) {
      Evaluator evaluator =
          new Evaluator(
              source.integration(),
              name -> List.of(),
              settings.of(source.name()).duration("check.lasts"));
      Set<Labels> burning = new HashSet<>();
      evaluator.use(List.of(new CheckInUse(0, check)), beginning);
      return observed -> {
        from = from == null || observed.at().isBefore(from) ? observed.at() : from;
        seen += observed.size();
        Reading reading =
            new Reading(List.of(), observed.samples(), observed.lines(), List.of(), false);
        List<Signal> said = new ArrayList<>(evaluator.passed(observed.at()));
        said.addAll(evaluator.evaluate(reading, observed.at()));
        said.forEach(signal -> say(source, signal, observed.at(), burning));
      };
    }

    private void say(Source source, Signal signal, Instant at, Set<Labels> burning) {
      if (signal.firing() && burning.add(signal.labels())) {
        raised++;
        if (first.size() < MOST_SHOWN) {
          String summary = signal.annotations().get("summary").orElse("");
          first.add(new Raised(source.name(), signal.labels(), summary, at, null));
        }
      } else if (!signal.firing() && burning.remove(signal.labels())) {
        first.replaceAll(
            one ->
                one.endedAt() == null && one.labels().equals(signal.labels())
                    ? new Raised(one.source(), one.labels(), one.summary(), one.at(), at)
                    : one);
      }
    }

    Outcome outcome() {
      return new Outcome(raised, seen, from, List.copyOf(first));
    }
  }
}
