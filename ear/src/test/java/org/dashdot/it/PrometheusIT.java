package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole way: a real Prometheus notices, the dot on the wall changes, the person who got the
 * mail works the ticket in a browser until it is closed, and the dot is green again.
 */
class PrometheusIT {

  private static final Pattern LINK = Pattern.compile("Ticket: (\\S+/tickets/(\\d+))");

  @TempDir Path folder;

  @RegisterExtension final Visit wall = Visit.at(() -> this.server.url());
  @RegisterExtension final Visit person = Visit.at(() -> this.server.url());

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private RunningServer server;
  private RealPrometheus prometheus;

  @BeforeEach
  void start() throws IOException {
    RealPrometheus.require();
    mail.start();
    server = RunningServer.of("prometheus");
    server
        .env("DASHDOT_SMTP_HOST", "127.0.0.1")
        .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
        .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
        .env("DASHDOT_PUBLIC_URL", server.url())
        .start();
    prometheus = new RealPrometheus(folder);
  }

  @AfterEach
  void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (server != null) {
      server.close();
    }
    mail.stop();
  }

  @Test
  void whatARealPrometheusNoticesIsWorkedInTheBrowserUntilTheDotIsGreenAgain() throws Exception {
    wall.logInAt("/");
    wall.discSays("life is good");
    Visit.shows(wall.page().locator(".corners a[href$='/sources/connect']"), 1);
    connect();
    wall.page().evaluate("document.documentElement.dataset.neverReloaded = 'true'");

    prometheus.stopExporter();

    wall.discSays("1 high");
    wall.shot("wall-burning");
    Rest.eventually().until(() -> mailToTheAssignee() != null);
    Matcher link = LINK.matcher(Letter.text(mailToTheAssignee()));
    assertThat(link.find()).isTrue();
    int number = Integer.parseInt(link.group(2));
    workToItsEnd(link.group(1), number);

    wall.discSays("life is good");
    assertThat(wall.page().locator("html[data-never-reloaded]").count()).isEqualTo(1);
    wall.shot("wall-green-again");
    assertThat(mailToTheAssignee().getHeader("Message-ID")[0]).contains("@dash-dot");
    Rest rest = new Rest(server);
    assertThat(rest.timeline(number))
        .containsSubsequence(
            "OPENED",
            "TOLD",
            "ACKNOWLEDGED",
            "EXPLAINED",
            "CLEARED",
            "RESOLVED",
            "REVIEWED",
            "CLOSED");
    assertThat(rest.tickets("Watchdog")).isEmpty();
  }

  /** What the page says to paste is all that a Prometheus needs. */
  private void connect() throws IOException {
    person.logInAt("/sources/connect");
    Page page = person.page();
    assertThat(page.locator("main input:not([type=hidden])").count()).as("questions").isZero();
    page.locator("[id='make:new']").click();
    page.locator("#alerting").waitFor();
    assertThat(page.locator("#alerting").textContent())
        .contains("targets: [\"127.0.0.1:" + server.port() + "\"]");
    assertThat(page.locator("[id='live:line']").textContent()).contains("Nothing yet");
    person.fullShot("connect-made");

    prometheus
        .pasted(page.locator("#alerting").textContent(), page.locator("#watchdog").textContent())
        .start();

    page.locator("[id='live:line']")
        .filter(new Locator.FilterOptions().setHasText("its Watchdog fires"))
        .waitFor();
    person.shot("connect-connected");
    page.locator("header form[action$='/logout'] button").click();
    page.locator("#username").waitFor();
  }

  private void workToItsEnd(String link, int number) throws IOException {
    person.page().navigate(link);
    person.logIn();
    person.page().waitForURL(link);
    assertThat(person.page().locator("h1").first().textContent()).contains("is down");
    assertThat(person.page().locator(".facts .links a").first().getAttribute("href"))
        .isEqualTo("https://runbooks.example/exporter-down");
    submit(person.step("Acknowledge"));
    Locator resolve = person.step("Resolve");
    resolve.locator("textarea").nth(0).fill("somebody stopped the exporter");
    resolve.locator("textarea").nth(1).fill("started it again");
    submit(resolve);
    person.page().locator("section.next").waitFor(Visit.gone());

    prometheus.startExporter();

    Rest rest = new Rest(server);
    Rest.eventually().until(() -> rest.status(number).equals("RESOLVED"));
    Rest.eventually()
        .until(
            () -> {
              person.page().reload();
              return person.page().locator("section.next input[type=radio]").count() > 0;
            });
    Locator review = person.step("Review automation potential");
    review.locator("input[type=radio]").first().check();
    submit(review);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    person.page().reload();
    person.showProcess();
    person.page().locator(".djs-shape.passed[data-element-id=Event_TicketClosed]").waitFor();
    assertThat(person.page().locator(".facts").textContent()).contains("closed");
    person.shot("prometheus-closed");
  }

  private static void submit(Locator step) {
    step.locator("button[type=submit]").click();
  }

  private MimeMessage mailToTheAssignee() throws MessagingException {
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (message.getSubject().contains("P2 #")
          && message.getAllRecipients()[0].toString().contains("admin@example.org")) {
        return message;
      }
    }
    return null;
  }
}
