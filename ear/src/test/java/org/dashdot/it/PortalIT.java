package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person in a real browser works a ticket to its end and watches the dot. */
class PortalIT {

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  private final Map<String, String> lit = new HashMap<>();

  private int burning(String name, String host) {
    rest.fire(Rest.alert(name, host, "critical"));
    lit.put(name, host);
    return rest.tickets(name).get(0);
  }

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    lit.forEach((name, host) -> rest.fire(Rest.over(name, host, "critical")));
  }

  @Test
  void deepLinkSurvivesLoginAndTheTicketIsWorkedToItsEnd() {
    int number = burning("Browsed", "web-20");
    Page page = visit.page();
    visit.open("/tickets/" + number);
    assertThat(page.url()).contains("from=");
    visit.shot("login");
    visit.logIn();
    page.waitForURL("**/tickets/" + number);
    assertThat(page.locator("h1").first().textContent()).contains("Browsed on web-20");
    visit.showProcess();
    page.locator(".process svg .djs-shape").first().waitFor();
    assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
    visit.shot("ticket");
    visit.step("Acknowledge").locator("button[type=submit]").click();
    Locator resolve = visit.step("Resolve");
    resolve.locator("textarea").nth(0).fill("a cause <b>with markup</b> #{1+1}");
    resolve.locator("textarea").nth(1).fill("restarted it");
    resolve.locator("button[type=submit]").click();
    page.locator("section.next").waitFor(Visit.gone());
    assertThat(page.locator("ol.lines").textContent())
        .contains("a cause <b>with markup</b> #{1+1}");
    rest.fire(Rest.over("Browsed", "web-20", "critical"));
    Rest.eventually().until(() -> rest.status(number).equals("RESOLVED"));
    Rest.eventually()
        .until(
            () -> {
              page.reload();
              return page.locator("section.next input[type=radio]").count() > 0;
            });
    Locator review = visit.step("Review automation potential");
    review.locator("input[type=radio]").first().check();
    review.locator("button[type=submit]").click();
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    page.reload();
    visit.showProcess();
    page.locator(".process svg .djs-shape").first().waitFor();
    visit.shot("closed");
  }

  /** All files of the WAR have one time: by time, a browser keeps what an upgrade replaced. */
  @Test
  void scriptsAndStylesAreKnownByTheirContentAndNotByTheirTime() {
    for (String path : List.of("/app/app.js", "/app/dash-dot.css")) {
      Response first = given().baseUri(RunningServer.shared().url()).get(path);
      assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
      assertThat(first.header("Last-Modified")).isNull();
      String tag = first.header("ETag");
      assertThat(status(path, "If-None-Match", tag)).isEqualTo(304);
      assertThat(status(path, "If-None-Match", "\"of-yesterday\"")).isEqualTo(200);
      assertThat(status(path, "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT")).isEqualTo(200);
    }
  }

  private static int status(String path, String header, String value) {
    return given()
        .baseUri(RunningServer.shared().url())
        .header(header, value)
        .get(path)
        .statusCode();
  }

  @Test
  void theDotTurnsRedAndBackWithoutAReload() {
    visit.open("/");
    assertThat(visit.page().locator("#username").isVisible()).isTrue();
    visit.logIn();
    visit.page().locator("[data-disc] svg").waitFor();
    burning("RedOne", "web-21");
    burning("RedTwo", "web-22");
    visit.discSays("dash");
    visit.shot("dot-red");
    rest.fire(Rest.over("RedOne", "web-21", "critical"));
    rest.fire(Rest.over("RedTwo", "web-22", "critical"));
    visit.discSays("life is good|plenty to do|cannot see");
    visit.shot("dot-after");
  }

  @Test
  void wrongPasswordIsSaidAndLogoutEnds() {
    visit.open("/");
    visit.logIn("admin", "wrong-password");
    visit.page().waitForURL("**login=failed**");
    assertThat(visit.page().locator("[role=alert]").textContent()).contains("wrong");
    visit.logIn();
    visit.page().locator("[data-disc] svg").waitFor();
    visit.page().locator("header form[action$='/logout'] button").click();
    visit.page().locator("#username").waitFor();
  }

  /** The longest of these tests: the page gives the server half a minute before it says so. */
  @Test
  @Tag("once")
  void aDotWithoutNewsSaysSoAndComesBackByItself() throws IOException {
    visit.foresees("Failed to load resource|ERR_");
    try (Cable cable = new Cable(RunningServer.shared(), "127.0.0.8")) {
      visit.page().navigate(cable.url() + "/");
      visit.logIn();
      visit.page().locator("[data-disc] svg[aria-label]").waitFor();

      cable.hold();

      visit.discSays("no news");
      visit.discSays("the server cannot be reached");
      assertThat(visit.page().title()).contains("no news");
      visit.shot("dot-no-news");

      cable.release();

      visit.discSays("life is good|plenty to do|dash|cannot see");
    }
  }

  @Test
  void theKeyboardAloneIsEnoughToLogInOpenATicketAndAcknowledgeIt() {
    int number = burning("ByKeyboard", "web-23");
    visit.open("/");
    tabTo("#username");
    visit.page().keyboard().type("admin");
    tabTo("#password");
    visit.page().keyboard().type(RunningServer.ADMIN_PASSWORD);
    visit.page().keyboard().press("Enter");
    visit.page().locator("[data-disc] svg[aria-label]").waitFor();
    tabTo("nav a[href$='/tickets']");
    visit.page().keyboard().press("Enter");
    visit.page().waitForURL("**/tickets");
    tabTo("td a[href$='/tickets/" + number + "']");
    visit.page().keyboard().press("Enter");
    visit.page().waitForURL("**/tickets/" + number);
    tabTo("section.next button[type=submit]");
    visit.shot("keyboard");
    visit.page().keyboard().press("Enter");
    visit.step("Resolve");
    assertThat(rest.status(number)).isEqualTo("ACKNOWLEDGED");
  }

  /** Presses Tab until the focus is there, and holds every stop on the way to being visible. */
  private void tabTo(String selector) {
    Page page = visit.page();
    for (int stops = 0; stops < 100; stops++) {
      page.keyboard().press("Tab");
      Object seen =
          page.evaluate(
              "() => { const e = document.activeElement; const s = getComputedStyle(e);"
                  + " return e === document.body || s.outlineStyle !== 'none'; }");
      assertThat(seen).as("a visible focus on the way to " + selector).isEqualTo(true);
      if (Boolean.TRUE.equals(page.evaluate("s => document.activeElement.matches(s)", selector))) {
        return;
      }
    }
    throw new AssertionError("Tab does not reach " + selector);
  }
}
