package org.dashdot.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Prometheus with a node exporter, both as Debian packs them. A stopped exporter is the
 * imperfection: its rule fires a second later. It pushes its alerts to a server under test, or
 * waits to be asked for them.
 */
final class RealPrometheus implements AutoCloseable {

  private final Path folder;
  private final int port = RunningServer.freePort();
  private final int exporterPort = RunningServer.freePort();
  private String alerting = "";
  private String dashDotRules =
      "groups: [{name: dash-dot, rules: [{alert: Watchdog, expr: vector(1)}]}]";
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

  /** It pushes with the token as a bearer's. */
  RealPrometheus pushingTo(RunningServer server) {
    return pushingTo(server, "authorization: {type: Bearer, credentials: " + Rest.TOKEN + "}");
  }

  /** It pushes with a user and the token as the password, as older configurations do. */
  RealPrometheus pushingByBasicAuthTo(RunningServer server) {
    return pushingTo(server, "basic_auth: {username: prometheus, password: " + Rest.TOKEN + "}");
  }

  private RealPrometheus pushingTo(RunningServer server, String credentials) {
    alerting =
        """
        alerting:
          alertmanagers:
            - %s
              static_configs: [{targets: ['%s']}]
        """
            .formatted(credentials, server.url().replace("http://", ""));
    return this;
  }

  /**
   * It pushes by what dash-dot gave to paste.
   *
   * @param block for prometheus.yml
   * @param rules a whole rule file
   */
  RealPrometheus pasted(String block, String rules) {
    alerting = block + "\n";
    dashDotRules = rules;
    return this;
  }

  /** Starts both and waits until Prometheus watches. */
  void start() throws IOException {
    startExporter();
    writeConfiguration();
    startPrometheus();
  }

  /** The first time or again, on the same data. */
  void startPrometheus() throws IOException {
    prometheus =
        Programs.start(
            folder,
            "prometheus",
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=data",
            "--rules.alert.resend-delay=2s",
            "--web.listen-address=127.0.0.1:" + port);
    Rest.eventually()
        .until(
            () -> Files.readString(folder.resolve("prometheus.out")).contains("Server is ready"));
  }

  void stopPrometheus() {
    prometheus.destroy();
    prometheus.onExit().join();
  }

  void startExporter() throws IOException {
    exporter =
        Programs.start(
            folder, "prometheus-node-exporter", "--web.listen-address=127.0.0.1:" + exporterPort);
  }

  void stopExporter() {
    exporter.destroy();
  }

  /** Where it can be asked. */
  String url() {
    return "http://127.0.0.1:" + port;
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

  private void writeConfiguration() throws IOException {
    Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global:
          scrape_interval: 1s
          evaluation_interval: 1s
          external_labels: {replica: a, site: lab}
        rule_files: [rules.yml, dash-dot.yml]
        %sscrape_configs:
          - job_name: node
            static_configs: [{targets: ['127.0.0.1:%d']}]
        """
            .formatted(alerting, exporterPort));
    Files.writeString(folder.resolve("dash-dot.yml"), dashDotRules);
    Files.writeString(
        folder.resolve("rules.yml"),
        """
        groups:
          - name: test
            rules:
              - alert: ExporterDown
                expr: up{job="node"} == 0
                labels: {severity: critical, tier: system}
                annotations:
                  summary: 'The exporter {{ $labels.instance }} is down'
                  runbook_url: https://runbooks.example/exporter-down
        """);
  }
}
