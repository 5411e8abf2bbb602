package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The link in a mail takes its ticket when its button is pressed, once, and does nothing else. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class TakeLinkIT {

  private static final Pattern LINK = Pattern.compile("/t/\\d+\\?k=[^\\s]+");
  private static final Pattern ACTION = Pattern.compile("<form id=\"take\"[^>]* action=\"([^\"]+)");
  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]* value=\"([^\"]+)");

  @TempDir Path folder;

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private RunningServer server;
  private Rest rest;

  /** What a mail program got of the link's page. */
  private record Page(String url, String k, Map<String, String> cookies, String html) {

    boolean hasButton() {
      return html.contains("take:mine");
    }

    private String found(Pattern pattern) {
      Matcher matcher = pattern.matcher(html);
      assertThat(matcher.find()).as("%s in %s", pattern, html).isTrue();
      return matcher.group(1).replace("&amp;", "&");
    }

    Response press() {
      return anybody(url)
          .cookies(cookies)
          .contentType("application/x-www-form-urlencoded")
          .formParam("take", "take")
          .formParam("k", k)
          .formParam("take:mine", "")
          .formParam("jakarta.faces.ViewState", found(STATE))
          .post(found(ACTION));
    }
  }

  @Test
  void aLinkTakesItsTicketByItsButtonOnceWhileItLastsAndDoesNothingElse() {
    mail.start();
    try (RunningServer running =
        RunningServer.of("links")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(folder, "notify.link-lasts=PT25S", "p2.repeats=0"))
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start()) {
      server = running;
      rest = new Rest(server);
      int late = fired("TooLate");
      String lateLink = link("TooLate");
      Page early = look(lateLink);
      assertThat(early.hasButton()).isTrue();
      lookingTakesNothing();
      itEnds(late, lateLink, early);
    } finally {
      mail.stop();
    }
  }

  private void lookingTakesNothing() {
    int number = fired("ByLink");
    String link = link("ByLink");
    Page page = look(link);
    for (int i = 0; i < 2; i++) {
      page = look(link);
    }
    assertThat(page.hasButton()).isTrue();
    assertThat(rest.timeline(number)).doesNotContain("ACKNOWLEDGED");

    itOpensNothingElse(number, page);

    assertThat(page.press().body().asString()).doesNotContain("take:mine");
    assertThat(rest.timeline(number)).containsOnlyOnce("ACKNOWLEDGED");
    String origin =
        rest.admin()
            .get("/api/v1/tickets/{n}/timeline", number)
            .then()
            .extract()
            .path("items.find { it.kind == 'ACKNOWLEDGED' }.origin");
    assertThat(origin).isEqualTo("mail link");

    // It is spent: pressed again, and looked at again, it leads to the login.
    assertThat(page.press().statusCode()).isIn(302, 303);
    assertThat(look(link).hasButton()).isFalse();
    assertThat(rest.timeline(number)).containsOnlyOnce("ACKNOWLEDGED");
    itOpensNothingElse(number, page);
  }

  private void itOpensNothingElse(int number, Page page) {
    String k = "?k=" + page.k();
    RequestSpecification holder = anybody(server.url()).cookies(page.cookies());
    assertThat(holder.get("/api/v1/tickets/" + number + k).statusCode()).isEqualTo(401);
    assertThat(
            anybody(server.url())
                .cookies(page.cookies())
                .contentType("application/json")
                .body(Map.of("cause", "x", "action", "y"))
                .post("/api/v1/tickets/" + number + "/resolve" + k)
                .statusCode())
        .isIn(401, 403);
    assertThat(
            anybody(server.url())
                .cookies(page.cookies())
                .get("/tickets/" + number + k)
                .statusCode())
        .isIn(302, 303);
    int another = rest.awaitTicket("TooLate");
    assertThat(look("/t/" + another + k).hasButton()).as("another ticket's").isFalse();
    assertThat(rest.timeline(another)).doesNotContain("ACKNOWLEDGED");
  }

  private void itEnds(int number, String link, Page early) {
    Rest.eventually().until(() -> !look(link).hasButton());
    assertThat(early.press().statusCode()).isIn(302, 303);
    assertThat(rest.timeline(number)).doesNotContain("ACKNOWLEDGED");
  }

  private int fired(String name) {
    rest.fire(Rest.alert(name, "web-1", "critical"));
    return rest.awaitTicket(name);
  }

  /** The link in the mail about this, without its server. */
  private String link(String subject) {
    Rest.eventually().until(() -> about(subject).findAny().isPresent());
    Matcher link = LINK.matcher(Letter.text(about(subject).findFirst().orElseThrow()));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  private Stream<MimeMessage> about(String subject) {
    return Stream.of(mail.getReceivedMessages())
        .filter(
            message -> {
              try {
                return message.getSubject().contains(subject);
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private Page look(String link) {
    Response answer = anybody(server.url()).get(link);
    return new Page(
        server.url(),
        link.substring(link.indexOf("k=") + 2),
        answer.cookies(),
        answer.body().asString());
  }

  private static RequestSpecification anybody(String url) {
    return given().baseUri(url).urlEncodingEnabled(false).redirects().follow(false);
  }
}
