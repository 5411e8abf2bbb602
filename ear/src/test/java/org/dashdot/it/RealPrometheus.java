package org.dashdot.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Prometheus with a node exporter, both as Debian packs them, that pushes its alerts to a server
 * under test. A stopped exporter is the imperfection: its rule fires a second later.
 */
final class RealPrometheus implements AutoCloseable {

  private final Path folder;
  private final int exporterPort = RunningServer.freePort();
  private Process exporter;
  private Process prometheus;

  RealPrometheus(Path folder) {
    this.folder = folder;
  }

  /** Ends the test with a plain message where the programs are not installed. */
  static void require() {
    Programs.find("prometheus");
    Programs.find("prometheus-node-exporter");
  }

  /** Starts both and waits until Prometheus watches. */
  void start(RunningServer server) throws IOException {
    startExporter();
    writeConfiguration(server);
    prometheus =
        Programs.start(
            folder,
            "prometheus",
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=data",
            "--rules.alert.resend-delay=2s",
            "--web.listen-address=127.0.0.1:" + RunningServer.freePort());
    Rest.eventually()
        .until(
            () -> Files.readString(folder.resolve("prometheus.out")).contains("Server is ready"));
  }

  void startExporter() throws IOException {
    exporter =
        Programs.start(
            folder, "prometheus-node-exporter", "--web.listen-address=127.0.0.1:" + exporterPort);
  }

  void stopExporter() {
    exporter.destroy();
  }

  @Override
  public void close() {
    if (prometheus != null) {
      prometheus.destroy();
    }
    if (exporter != null) {
      exporter.destroy();
    }
  }

  private void writeConfiguration(RunningServer server) throws IOException {
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [rules.yml]
        alerting:
          alertmanagers:
            - authorization: {type: Bearer, credentials: %s}
              static_configs: [{targets: ['%s']}]
        scrape_configs:
          - job_name: node
            static_configs: [{targets: ['127.0.0.1:%d']}]
        """
            .formatted(Rest.TOKEN, server.url().replace("http://", ""), exporterPort));
    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
          - name: test
            rules:
              - alert: Watchdog
                expr: vector(1)
              - alert: ExporterDown
                expr: up{job="node"} == 0
                labels: {severity: critical, tier: system}
                annotations:
                  summary: 'The exporter {{ $labels.instance }} is down'
                  runbook_url: https://runbooks.example/exporter-down
        """);
  }
}
