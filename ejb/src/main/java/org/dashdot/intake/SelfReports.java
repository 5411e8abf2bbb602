package org.dashdot.intake;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.shared.SelfReport;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;

/** dash-dot's own lacks are signals of a source like any other, in the caller's transaction. */
@Stateless
public class SelfReports implements SelfReport {

  static final String SOURCE = "dash-dot";

  @Inject Sources sources;
  @Inject SignalBatch batch;
  @Inject Imperfections imperfections;
  @Inject Clock clock;

  @Override
  public void lacks(String name, String subject, String severity, String summary) {
    fire(labels(name, subject, severity), summary);
  }

  @Override
  public void lacksNow(String name, String subject, String summary) {
    Map<String, String> labels = new TreeMap<>(labels(name, subject, "critical"));
    labels.put("priority", "P1");
    fire(labels, summary);
  }

  private static Map<String, String> labels(String name, String subject, String severity) {
    return Map.of("alertname", name, "subject", subject, "severity", severity, "service", SOURCE);
  }

  private void fire(Map<String, String> labels, String summary) {
    Source self = sources.ensure(SOURCE, SOURCE, null);
    Labels annotations = Labels.of(Map.of("summary", summary));
    batch.merge(self, List.of(signal(Signal.State.FIRING, Labels.of(labels), annotations)));
  }

  @Override
  public Set<String> lacking(String name) {
    return sources.named(SOURCE).stream()
        .flatMap(self -> burning(self, name))
        .map(SelfReports::subject)
        .collect(Collectors.toSet());
  }

  @Override
  public void mended(String name, String subject) {
    sources
        .named(SOURCE)
        .ifPresent(
            self ->
                burning(self, name)
                    .filter(i -> subject(i).equals(subject))
                    .map(i -> signal(Signal.State.RESOLVED, i.labels(), i.annotations()))
                    .forEach(over -> batch.merge(self, List.of(over))));
  }

  private Stream<Imperfection> burning(Source self, String name) {
    return imperfections.burningOf(self.id()).stream().filter(i -> i.name().equals(name));
  }

  private static String subject(Imperfection imperfection) {
    return imperfection.labels().get("subject").orElse("");
  }

  private Signal signal(Signal.State state, Labels labels, Labels annotations) {
    Instant now = clock.instant();
    return new Signal(
        state,
        labels,
        annotations,
        now,
        state == Signal.State.FIRING ? null : now,
        null,
        labels.name() + ":" + labels.get("subject").orElse(""),
        "{\"alertname\":\"" + labels.name() + "\"}");
  }
}
