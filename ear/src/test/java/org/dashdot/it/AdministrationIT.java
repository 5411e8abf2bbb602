package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator adds people and settles who is on duty when. */
class AdministrationIT {

  @RegisterExtension final Visit visit = Visit.shared();

  @Test
  void peopleAreAddedAndTakeTurnsInTheOrderThatIsSettled() {
    visit.logInAt("/admin/people");
    addPerson("ann", "Ann Early");
    addPerson("zoe", "Zoe Late");
    Page page = visit.page();
    visit.open("/admin/teams");
    page.fill("[id='team:name']", "turn takers");
    check("Ann Early");
    check("Zoe Late");
    page.locator("[id=team] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
    String onDuty = onDuty();
    openTurns();
    page.selectOption("[id='layer:turns:0:who']", new SelectOption().setLabel("Zoe Late"));
    page.selectOption("[id='layer:turns:1:who']", new SelectOption().setLabel("Ann Early"));
    visit.shot("turns");

    page.locator("[id=layer] button[type=submit]").click();

    page.locator(".messages .fine").waitFor();
    assertThat(page.locator("[id=layers] .word b").textContent().replaceAll("\\s+", " ").trim())
        .isEqualTo("Zoe Late, Ann Early");
    assertThat(onDuty()).isNotEqualTo(onDuty);
  }

  private String onDuty() {
    return new Rest(RunningServer.shared())
        .admin()
        .get("/api/v1/duty")
        .then()
        .extract()
        .path("items.find { it.team == 'turn takers' }.person");
  }

  private void openTurns() {
    visit.open("/duty");
    visit
        .page()
        .locator(".rotation", new Page.LocatorOptions().setHasText("turn takers"))
        .getByText("Change turn takers", new Locator.GetByTextOptions())
        .click();
    visit.page().locator("[id=layers] .word a").first().click();
    visit.page().locator("[id='layer:turns:0:who']").waitFor();
  }

  @Test
  void inputThatCannotBeReadIsShownAtTheSourcesWithTheReason() {
    new Rest(RunningServer.shared())
        .push()
        .body("{ no alert" + "-and-much-more".repeat(400))
        .post("/api/v2/alerts")
        .then()
        .statusCode(400);
    visit.logInAt("/sources");
    Locator rejected = visit.page().locator(".rejected .word").first();
    assertThat(rejected.textContent()).contains("prometheus", "not JSON", "5,610 bytes");
    Locator came = rejected.locator("pre");
    assertThat(came.isVisible()).isFalse();
    rejected.locator("summary").click();
    assertThat(came.textContent()).startsWith("{ no alert-and-much-more").hasSize(2000);
    visit.fullShot("sources-rejected");
    visit.page().setViewportSize(360, 740);
    assertThat(came.evaluate("e => e.scrollWidth <= e.clientWidth")).isEqualTo(true);
    visit.fullShot("sources-rejected-phone");
  }

  private void addPerson(String login, String name) {
    Page page = visit.page();
    page.fill("[id='person:login']", login);
    page.fill("[id='person:name']", name);
    page.fill("[id='person:password']", "short");
    page.locator("[id=person] button[type=submit]").click();
    Locator password = page.locator("[id='person:password'][aria-invalid=true]");
    password.waitFor();
    assertThat(password.evaluate("e => e === document.activeElement")).isEqualTo(true);
    assertThat(page.locator(".field:has([id='person:password']) .fault").textContent())
        .contains("10 to 200 characters");
    page.fill("[id='person:password']", "long enough for a test");
    page.locator("[id=person] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
  }

  private void check(String name) {
    visit.page().getByLabel(name, new Page.GetByLabelOptions().setExact(true)).check();
  }
}
