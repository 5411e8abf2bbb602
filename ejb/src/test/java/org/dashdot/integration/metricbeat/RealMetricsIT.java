package org.dashdot.integration.metricbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.dashdot.integration.RealSearch.document;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.dashdot.integration.HttpFetch;
import org.dashdot.integration.RealSearch;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Sample;
import org.dashdot.signal.SourceUnreachable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metricbeat's documents in a real OpenSearch and a real Elasticsearch. */
class RealMetricsIT {

  private static final String MAPPING =
      """
      {"dynamic_templates": [{"texts": {"match_mapping_type": "string",
        "mapping": {"type": "keyword"}}}], "properties": {"@timestamp": {"type": "date"}}}
      """;

  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private final PolledMetrics source = new PolledMetrics();

  @BeforeEach
  void make() {
    source.http = new HttpFetch();
    source.settings = Settings.shipped();
  }

  private JsonObject memory(int secondsAgo, String host, double used) {
    return document(
        now.minusSeconds(secondsAgo),
        "host.name",
        host,
        "event.module",
        "system",
        "event.duration",
        115_000,
        "metricset.name",
        "memory",
        "metricset.period",
        10_000,
        "system.memory.actual.used.pct",
        used);
  }

  private JsonObject network(int secondsAgo, String device, long errors) {
    return document(
        now.minusSeconds(secondsAgo),
        "host.name",
        "web1",
        "event.module",
        "system",
        "metricset.name",
        "network",
        "system.network.name",
        device,
        "system.network.in.errors",
        errors);
  }

  private JsonObject process() {
    return document(
        now.minusSeconds(10),
        "host.name",
        "web1",
        "metricset.name",
        "process",
        "system.process.cpu.total.pct",
        0.5);
  }

  @ParameterizedTest
  @EnumSource
  void whatWasMeasuredSinceTheLastPollComesOnceAsSamples(RealSearch server) {
    server.create("metricbeat-8.19.0", MAPPING);
    server.write(
        "metricbeat-8.19.0",
        List.of(
            memory(20, "web1", 0.5),
            memory(10, "web1", 0.96),
            memory(10, "web2", 0.4),
            memory(7_200, "web1", 0.1),
            network(15, "eth0", 3),
            network(15, "eth1", 4),
            process()));

    Reading first = source.poll(server.question("beats", now, null));

    assertThat(first.samples())
        .extracting(Sample::metric, Sample::labels, Sample::value)
        .containsExactlyInAnyOrder(
            tuple("system.memory.actual.used.pct", of(Map.of("host", "web1")), 0.5),
            tuple("system.memory.actual.used.pct", of(Map.of("host", "web1")), 0.96),
            tuple("system.memory.actual.used.pct", of(Map.of("host", "web2")), 0.4),
            tuple("system.network.in.errors", of(Map.of("host", "web1", "interface", "eth0")), 3.0),
            tuple(
                "system.network.in.errors", of(Map.of("host", "web1", "interface", "eth1")), 4.0));
    assertThat(first.samples()).extracting(Sample::at).isSorted();
    assertThat(first.measured()).isTrue();

    server.write("metricbeat-8.19.0", List.of(memory(5, "web2", 0.45)));
    Reading second = source.poll(server.question("beats", now.plusSeconds(5), now.plusSeconds(1)));
    assertThat(second.samples()).extracting(Sample::value).containsExactly(0.45);
  }

  private static Labels of(Map<String, String> labels) {
    return Labels.of(labels);
  }

  @ParameterizedTest
  @EnumSource
  void whereMetricbeatNeverWroteTheSourceIsSilent(RealSearch server) {
    source.settings = Settings.shipped().with("metricbeat.index", "metricbeat-nowhere-*");

    assertThatThrownBy(() -> source.poll(server.question("beats", now, null)))
        .isInstanceOf(SourceUnreachable.class)
        .hasMessageContaining("no index matches metricbeat-nowhere-*. Correct metricbeat.index");
  }
}
