package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the dash to the cause: what happens next, four questions, and what whoever looked found. */
class ResearchIT {

  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private final Rest rest = new Rest(RunningServer.shared());

  @RegisterExtension final Visit visit = Visit.shared();

  private int slow(String name, String host) {
    rest.push()
        .body(
            List.of(
                Map.of(
                    "labels",
                    Map.of("alertname", name, "instance", host, "severity", "critical"),
                    "annotations",
                    Map.of("summary", name + " on " + host),
                    "generatorURL",
                    "http://prometheus.example.org/graph?g0.expr=up&g0.tab=1")))
        .post("/api/v2/alerts")
        .then()
        .statusCode(200);
    return rest.awaitTicket(name + " on " + host);
  }

  private void over(String name, String host) {
    rest.fire(Rest.over(name, host, "critical"));
  }

  @Test
  void theFourQuestionsAreAnsweredByWhatIsStoredAndAVisitStandsOnTheTimeline() {
    rest.fire(Rest.alert("HostDiskFailing", "research-1", "warning"));
    rest.awaitTicket("HostDiskFailing on research-1");
    int number = slow("Sluggish", "research-1");
    String path = "/api/v1/tickets/" + number + "/research";
    rest.admin()
        .get(path)
        .then()
        .statusCode(200)
        .body("questions.question", hasItem("MATERIAL"))
        .body(
            "questions.find{it.question=='MATERIAL'}.findings.text",
            contains("HostDiskFailing burnt on research-1 about that time."))
        .body("questions.find{it.question=='MATERIAL'}.strength", equalTo("WEAK"))
        .body("questions.find{it.question=='CHANGE'}.strength", equalTo("WEAK"))
        .body("links.url", hasItem(containsString("g0.range_input=")));
    rest.admin()
        .body(Map.of("question", "material", "answer", "yes", "note", "disk sdb"))
        .post(path + "/visits")
        .then()
        .statusCode(200)
        .body("questions.find{it.question=='MATERIAL'}.visits[0].note", equalTo("disk sdb"));
    rest.admin()
        .body(Map.of("question", "moon", "answer", "yes"))
        .post(path + "/visits")
        .then()
        .statusCode(422)
        .body("field", equalTo("question"));
    assertThat(rest.timeline(number)).contains("LOOKED");
    rest.admin()
        .get("/api/v1/tickets/" + number + "/timeline")
        .then()
        .statusCode(200)
        .body("items.text", hasItem("asked whether it is material: yes, disk sdb"));
    over("Sluggish", "research-1");
    over("HostDiskFailing", "research-1");
  }

  @Test
  void theDashSaysWhatIsNextAndWhoLookedIsNotedInTheBrowser() {
    int number = slow("Crawling", "research-2");
    visit.logInAt("/dash");
    Page page = visit.page();
    assertThat(page.locator("section.next h1").first().textContent()).isNotBlank();
    Visit.shows(page.locator(".question"), 4);
    visit.fullShot("dash");
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations()).isEmpty();
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mine: #" + number).setExact(true))
        .click();
    page.locator(".messages .fine").waitFor();
    assertThat(rest.status(number)).isEqualTo("ACKNOWLEDGED");

    visit.open("/tickets/" + number + "/research");
    Locator load = page.locator("section#load");
    load.locator("input[type=text]").fill("nobody asked for more");
    load.getByText("No", new Locator.GetByTextOptions().setExact(true)).click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.url()).endsWith("/tickets/" + number + "/research");
    assertThat(page.locator("section#load").textContent()).contains("nobody asked for more");
    visit.fullShot("research");
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations()).isEmpty();
    over("Crawling", "research-2");
  }

  @Test
  void aPersonArrangesTheirDash() {
    visit.logInAt("/dash");
    Page page = visit.page();
    page.locator(".arrange summary").click();
    press("Show: State and trend");
    page.locator("svg.trend").waitFor();
    page.locator(".arrange summary").click();
    press("Show: Where it burns");
    page.getByText("Where it burns").first().waitFor();
    visit.fullShot("dash-arranged");
    assertThat(new AxeBuilder(page).withTags(RULES).analyze().getViolations()).isEmpty();
    page.setViewportSize(320, 740);
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
    visit.fullShot("dash-narrow");
    page.locator(".arrange summary").click();
    press("As it was for my role");
    Visit.shows(page.locator("svg.trend"), 0);
  }

  private void press(String name) {
    visit
        .page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
    visit.page().locator(".messages .fine").waitFor();
  }
}
