package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus watches a real node exporter; its alert is a ticket and a mail. */
class PrometheusIT {

  @TempDir Path folder;

  private GreenMail mail;
  private RunningServer server;
  private Process prometheus;
  private Process exporter;
  private int exporterPort;

  @BeforeEach
  void start() throws IOException {
    Programs.find("prometheus");
    Programs.find("prometheus-node-exporter");
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    server =
        RunningServer.of("prometheus")
            .env("DASHDOT_INTAKE_TOKEN", Rest.TOKEN)
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start();
    exporterPort = RunningServer.freePort();
    startExporter();
    writeConfiguration();
    prometheus =
        Programs.start(
            folder,
            "prometheus",
            "--config.file=prometheus.yml",
            "--storage.tsdb.path=data",
            "--rules.alert.resend-delay=2s",
            "--web.listen-address=127.0.0.1:" + RunningServer.freePort());
  }

  private void startExporter() throws IOException {
    exporter =
        Programs.start(
            folder, "prometheus-node-exporter", "--web.listen-address=127.0.0.1:" + exporterPort);
  }

  private void writeConfiguration() throws IOException {
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

  @AfterEach
  void stop() {
    if (prometheus != null) {
      prometheus.destroy();
    }
    if (exporter != null) {
      exporter.destroy();
    }
    if (server != null) {
      server.close();
    }
    mail.stop();
  }

  @Test
  void realAlertIsTicketAndMailAndClosesWhenItIsOver() throws Exception {
    Rest rest = new Rest(server);
    Rest.eventually()
        .until(
            () -> Files.readString(folder.resolve("prometheus.out")).contains("Server is ready"));
    exporter.destroy();
    Rest.eventually().until(() -> !rest.tickets("exporter").isEmpty());
    int number = rest.tickets("exporter").get(0);
    assertThat(
            rest.admin()
                .get("/api/v1/tickets/{n}", number)
                .then()
                .extract()
                .<String>path("runbookUrl"))
        .isEqualTo("https://runbooks.example/exporter-down");
    Rest.eventually().until(() -> mailAbout(number) != null);
    assertThat(mailAbout(number).getHeader("Message-ID")[0]).contains("@dash-dot");
    rest.admin()
        .body(Map.of("cause", "killed", "response", "started again", "automation", "fully"))
        .post("/api/v1/tickets/{n}/resolve", number)
        .then()
        .statusCode(204);
    startExporter();
    Rest.eventually()
        .atMost(Duration.ofSeconds(90))
        .until(() -> rest.status(number).equals("CLOSED"));
    List<String> timeline = rest.timeline(number);
    assertThat(timeline).containsSubsequence("OPENED", "TOLD", "CLEARED", "RESOLVED", "CLOSED");
    assertThat(rest.tickets("Watchdog")).isEmpty();
  }

  private MimeMessage mailAbout(int number) throws MessagingException {
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (message.getSubject().contains("P2 #" + number + " ")) {
        return message;
      }
    }
    return null;
  }
}
