package org.dashdot.integration.metricbeat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.NewDocuments;
import org.dashdot.integration.SearchBody;
import org.dashdot.integration.SearchServer;
import org.dashdot.shared.Jsons;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Integration;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.Signal;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;

/**
 * Reads what Metricbeat wrote since the last poll (a point in time and {@code search_after}, by
 * {@code @timestamp}) as samples; which of them are imperfections is for checks to say.
 */
@ApplicationScoped
@Integration("metricbeat")
public class PolledMetrics implements SignalSource {

  private static final String DOCUMENTS = "documents";
  private static final String BEHIND = "MetricbeatFallsBehind";

  @Inject HttpFetch http;
  @Inject Settings settings;

  private final NewDocuments news = new NewDocuments();

  @Override
  public boolean livesByValues() {
    return true;
  }

  @Override
  public Reading poll(Question question) {
    Settings own = settings.of(question.source());
    Map<String, String> labels = labels(own);
    String index = own.text("metricbeat.index");
    SearchServer server = new SearchServer(http, question);
    NewDocuments.Wanted wanted =
        new NewDocuments.Wanted(
            index,
            "@timestamp",
            SearchBody.query(Jsons.JSON.createValue(own.text("metricbeat.query"))),
            false,
            List.of());
    NewDocuments.Found found = news.since(server, question, DOCUMENTS, wanted);
    if (found.refused() != null) {
      throw new SourceUnreachable(
          question.url()
              + " cannot be read: "
              + found.refused()
              + ". Correct metricbeat.index or metricbeat.query, or let Metricbeat write there.",
          null);
    }
    if (found.behind()) {
      news.skip(question, DOCUMENTS);
    }
    List<Sample> samples = new ArrayList<>();
    found.documents().forEach(one -> samples.addAll(MetricDocument.samples(one, labels)));
    return new Reading(behind(question, found.behind()), samples, List.of(), List.of(), false);
  }

  private static Map<String, String> labels(Settings own) {
    try {
      return MetricDocument.labels(own.text("metricbeat.labels"));
    } catch (IllegalArgumentException e) {
      throw new SourceUnreachable(e.getMessage() + "; correct it and restart dash-dot.", e);
    }
  }

  private static List<Signal> behind(Question question, boolean behind) {
    Labels labels =
        Labels.of(
            Map.of(
                "alertname",
                BEHIND,
                "source",
                question.source(),
                "severity",
                "warning",
                "tier",
                "system"));
    boolean burns = question.burning().apply(BEHIND).contains(labels);
    if (!behind && !burns) {
      return List.of();
    }
    String summary =
        behind
            ? "More is measured than can be read from "
                + question.source()
                + ", so that some was left out. Narrow metricbeat.query, or let Metricbeat"
                + " measure less often."
            : "All that is measured is read again.";
    return List.of(
        new Signal(
            behind ? Signal.State.FIRING : Signal.State.RESOLVED,
            labels,
            Labels.of(Map.of("summary", summary)),
            null,
            behind ? null : question.now(),
            null,
            null,
            labels.toString()));
  }
}
