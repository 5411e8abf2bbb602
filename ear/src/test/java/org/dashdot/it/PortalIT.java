package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A person in a real browser works a ticket to its end and watches the dot. */
class PortalIT {

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  private int burning(String name, String host) {
    rest.fire(Rest.alert(name, host, "critical"));
    return rest.tickets(name).get(0);
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
    page.locator(".process svg .djs-shape").first().waitFor();
    visit.shot("closed");
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
    visit.page().locator("form[action$='/logout'] button").click();
    visit.page().locator("#username").waitFor();
  }
}
