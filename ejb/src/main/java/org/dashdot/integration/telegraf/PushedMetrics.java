package org.dashdot.integration.telegraf;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Integration;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.SignalDecoder;
import org.dashdot.signal.Undecodable;

/**
 * What Telegraf's {@code outputs.http} pushes, in the data formats influx and json. A field becomes
 * the sample {@code measurement_field}; what {@code inputs.syslog} reads becomes lines.
 */
@ApplicationScoped
@Integration("telegraf")
public class PushedMetrics implements SignalDecoder {

  @Override
  public Reading decode(Delivery delivery) {
    List<Reading.Refusal> refused = new ArrayList<>();
    List<Metric> metrics = metrics(delivery, refused);
    List<Sample> samples = new ArrayList<>();
    List<LogLine> lines = new ArrayList<>();
    for (Metric metric : metrics) {
      if (SyslogMetric.is(metric)) {
        lines.add(SyslogMetric.line(metric));
        continue;
      }
      Labels labels = Labels.of(metric.tags());
      metric
          .numbers()
          .forEach(
              (field, value) ->
                  samples.add(new Sample(metric.name() + "_" + field, labels, value, metric.at())));
    }
    return new Reading(List.of(), samples, lines, refused, false);
  }

  /** Telegraf holds back everything behind a batch that is not answered with 2xx. */
  @Override
  public boolean repeatsWhatIsRefused() {
    return true;
  }

  private static List<Metric> metrics(Delivery delivery, List<Reading.Refusal> refused) {
    String text = new String(delivery.body(), StandardCharsets.UTF_8).replace("\0", "");
    if (text.isBlank()) {
      throw new Undecodable("The body is empty; metrics in line protocol or JSON were expected.");
    }
    char first = text.stripLeading().charAt(0);
    return first == '{' || first == '['
        ? JsonMetrics.read(delivery.body(), delivery.receivedAt(), refused)
        : LineProtocol.read(text, delivery.receivedAt(), refused);
  }
}
