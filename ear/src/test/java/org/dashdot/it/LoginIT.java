package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A login that ended, is too old or is refused says so, and one goes on where one was. */
@Tag("once")
class LoginIT {

  /** A quarter of an hour in life. */
  private static final String ADMINISTRATION = "session.administration=PT10S\n";

  private static RunningServer server;

  @RegisterExtension final Visit visit = Visit.at(() -> server.url());

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    Path settings = folder.resolve("settings.properties");
    Files.writeString(
        settings,
        Files.readString(Path.of(System.getProperty("dashdot.test.settings"))) + ADMINISTRATION);
    server = RunningServer.of("logins").env("DASHDOT_SETTINGS", settings.toString()).start();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aLoginThatEndedIsToldByTheDotAndByTheLoginAndTheDeepLinkSurvives() {
    visit.foresees("401");
    visit.logInAt("/");
    visit.page().locator("[data-disc] svg[aria-label]").waitFor();
    Page deep = visit.context().newPage();
    deep.navigate(server.url() + "/tickets/1");
    deep.locator("h1").first().waitFor();

    logOutWithTheSameCookieElsewhere();

    visit.discSays("your login ended");
    visit.shot("login-ended-dot");
    deep.locator("nav a[href='#add-note']").click();
    deep.fill("[id$='note:text']", "a note that comes too late");
    deep.locator("[id^='note'] button[type=submit]").click();
    deep.waitForURL("**/?login=expired&from=**");
    assertThat(deep.locator("[role=alert]").textContent()).contains("Your login ended");
    deep.fill("#username", "admin");
    deep.fill("#password", RunningServer.ADMIN_PASSWORD);
    deep.click("main button");
    deep.waitForURL("**/tickets/1");
    assertThat(deep.locator("h1").first().textContent()).contains("Finish set-up");
    assertThat(deep.inputValue("[id$='note:text']")).isEqualTo("a note that comes too late");
    deep.locator("header form[action$='/logout'] button").click();
    deep.locator("#username").waitFor();
    assertThat(deep.evaluate("JSON.stringify({ ...sessionStorage })"))
        .asString()
        .doesNotContain("too late");
  }

  private void logOutWithTheSameCookieElsewhere() {
    BrowserContext other = Chromium.browser().newContext();
    other.addCookies(visit.context().cookies());
    Page page = other.newPage();
    page.navigate(server.url() + "/dash");
    page.locator("header form[action$='/logout'] button").click();
    page.locator("#username").waitFor();
    other.close();
  }

  @Test
  void administrationAsksForThePasswordAgainAfterAWhileAndGoesOn() {
    visit.logInAt("/admin/teams?id=1");
    Page page = visit.page();
    Rest.eventually()
        .until(
            () -> {
              visit.open("/admin/teams?id=1");
              page.fill("[id='team:zone']", "Nowhere/Typed");
              page.locator("[id='team'] button[type=submit]").click();
              page.waitForLoadState();
              return page.url().contains("login=again");
            });
    assertThat(page.locator("[role=alert]").textContent()).contains("Give your password again");
    assertThat(page.inputValue("#username")).isEqualTo("admin");
    visit.shot("login-again");
    visit.logIn();
    page.waitForURL("**/admin/teams?id=1");
    assertThat(page.inputValue("[id='team:name']")).isEqualTo("everyone");
    assertThat(page.inputValue("[id='team:zone']")).isEqualTo("Nowhere/Typed");
    page.locator(".again").waitFor();
    visit.shot("login-again-filled-in");
    page.fill("[id='team:zone']", "Europe/Vienna");
    page.locator("[id='team'] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
  }

  @Test
  void tooManyFailedLoginsForANameAreThrottledWithAClearSentence() {
    Page page = visit.page();
    for (int tries = 0; tries < 10; tries++) {
      visit.open("/?from=/dash");
      visit.logIn("nobody-of-this-name", "a guess");
      page.waitForURL("**login=failed**");
    }
    visit.logIn("nobody-of-this-name", "a guess");
    page.waitForURL("**login=throttled**");
    assertThat(page.locator("[role=alert]").textContent())
        .contains("Too many failed logins")
        .contains("15 minutes");
    visit.shot("login-throttled");
    visit.logInAt("/dash");
  }
}
