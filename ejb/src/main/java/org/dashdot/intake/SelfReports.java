package org.dashdot.intake;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
  @Inject Clock clock;

  @Override
  public void lacks(String name, String subject, String severity, String summary) {
    Source self = sources.ensure(SOURCE, SOURCE, null);
    batch.merge(self, List.of(signal(Signal.State.FIRING, name, subject, severity, summary)));
  }

  @Override
  public void mended(String name, String subject) {
    sources
        .named(SOURCE)
        .ifPresent(
            self -> {
              for (String severity : List.of("critical", "warning", "info")) {
                batch.merge(
                    self,
                    List.of(signal(Signal.State.RESOLVED, name, subject, severity, "mended")));
              }
            });
  }

  private Signal signal(
      Signal.State state, String name, String subject, String severity, String summary) {
    Labels labels =
        Labels.of(
            Map.of("alertname", name, "subject", subject, "severity", severity, "service", SOURCE));
    return new Signal(
        state,
        labels,
        Labels.of(Map.of("summary", summary)),
        clock.instant(),
        state == Signal.State.FIRING ? null : clock.instant(),
        null,
        name + ":" + subject,
        "{\"alertname\":\"" + name + "\"}");
  }
}
