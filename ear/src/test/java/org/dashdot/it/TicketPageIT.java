package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does on a ticket's page besides its steps, and how the page answers a mistake. */
@Tag("once")
class TicketPageIT {

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  private final Map<String, String> lit = new HashMap<>();

  private int burning(String name, String severity) {
    rest.fire(Rest.alert(name, "web-40", severity));
    lit.put(name, severity);
    return rest.tickets(name).get(0);
  }

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    lit.forEach((name, severity) -> rest.fire(Rest.over(name, "web-40", severity)));
  }

  @Test
  void mergesIntoATicketThatCarriesOnAndTakesThatBack() {
    int survivor = burning("MergeSurvivor", "warning");
    int number = burning("MergeOther", "warning");
    visit.logInAt("/tickets/" + number);
    assertThat(refusalOf("nonsense")).contains("Give the number of a ticket");
    assertThat(refusalOf("999999999")).contains("There is no ticket #999999999");
    assertThat(refusalOf("#" + number)).contains("cannot be merged into itself");
    assertThat(refusalOf(String.valueOf(closed()))).contains("is closed");
    visit.shot("merge-refused");

    merge(RunningServer.shared().url() + "/tickets/" + survivor);

    visit.page().locator(".messages .fine").waitFor();
    assertThat(visit.page().locator(".facts").textContent()).contains("carried on in #" + survivor);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    assertThat(rest.timeline(survivor)).contains("MERGED");
    visit.page().reload();
    visit.page().locator("details:has([id=unmerge]) summary").click();
    visit.page().locator("[id=unmerge] button[type=submit]").click();
    visit.page().locator(".messages .fine").waitFor();
    assertThat(rest.status(number)).isEqualTo("OPEN");
  }

  private String refusalOf(String into) {
    merge(into);
    Locator input = visit.page().locator("[id='merge:into'][aria-invalid=true]");
    input.waitFor();
    assertThat(input.evaluate("e => e === document.activeElement")).isEqualTo(true);
    return visit.page().locator("[id=merge] .fault").textContent();
  }

  private void merge(String into) {
    Locator input = visit.page().locator("[id='merge:into']");
    if (!input.isVisible()) {
      visit.page().locator("details:has([id=merge]) summary").click();
    }
    input.fill(into);
    visit.page().locator("[id=merge] button[type=submit]").click();
  }

  private int closed() {
    int number = burning("MergeClosed", "info");
    rest.admin()
        .body(Map.of("why", "test", "reason", "nothing may be merged into this"))
        .post("/api/v1/tickets/{n}/dismiss", number);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    return number;
  }

  @Test
  void aStepWithoutAnAnswerNamesTheFieldAndKeepsTheRest() {
    int number = burning("HalfAnswered", "warning");
    visit.logInAt("/tickets/" + number);
    Locator resolve = visit.step("Resolve");
    resolve.locator("textarea").nth(0).fill("a cause that must not be lost");
    resolve.locator("button[type=submit]").click();

    Locator fault = visit.page().locator(".fault");
    fault.waitFor();
    assertThat(fault.textContent()).contains("is needed");
    Locator response = visit.step("Resolve").locator("textarea").nth(1);
    assertThat(response.evaluate("e => e === document.activeElement")).isEqualTo(true);
    assertThat(response.getAttribute("aria-describedby")).isEqualTo(fault.getAttribute("id"));
    assertThat(visit.step("Resolve").locator("textarea").nth(0).inputValue())
        .isEqualTo("a cause that must not be lost");
    Visit.shows(visit.page().locator(".messages"), 0);
    visit.shot("step-refused");
  }

  @Test
  void thePriorityThatItHasIsNotChangedToItself() {
    visit.logInAt("/tickets/" + burning("SamePriority", "warning"));
    visit.page().locator("details:has([id=priority]) summary").click();
    visit.page().fill("[id='priority:reason']", "no reason at all");
    visit.page().locator("[id=priority] button[type=submit]").click();
    visit.page().locator("[id='priority:to'][aria-invalid=true]").waitFor();
    assertThat(visit.page().locator("[id=priority] .fault").textContent())
        .contains("has this priority already");
    assertThat(visit.page().inputValue("[id='priority:reason']")).isEqualTo("no reason at all");
  }

  @Test
  void whatAnotherChangedMeanwhileIsSaidBeforeItIsOverwritten() {
    int number = burning("Overtaken", "warning");
    visit.logInAt("/tickets/" + number);
    String seen = rest.admin().get("/api/v1/tickets/{n}", number).header("ETag");
    prioritise(number, seen, "P2").then().statusCode(204);
    prioritise(number, seen, "P4")
        .then()
        .statusCode(412)
        .body("detail", org.hamcrest.Matchers.containsString("Look again"));

    visit.page().locator("details:has([id=priority]) summary").click();
    visit.page().locator("[id='priority:to']").selectOption("P1");
    visit.page().fill("[id='priority:reason']", "everybody waits for it");
    visit.page().locator("[id=priority] button[type=submit]").click();
    Locator told = visit.page().locator("[id=priority] .fault");
    told.waitFor();
    assertThat(told.textContent()).contains("P3 became P2: it spreads", "press again");
    assertThat(visit.page().inputValue("[id='priority:reason']"))
        .isEqualTo("everybody waits for it");
    assertThat(rest.<String>of(number, "priority")).isEqualTo("P2");
    visit.shot("overtaken");

    visit.page().locator("[id=priority] button[type=submit]").click();
    visit.page().locator(".messages .fine").waitFor();
    assertThat(rest.<String>of(number, "priority")).isEqualTo("P1");
  }

  private io.restassured.response.Response prioritise(int number, String seen, String priority) {
    return rest.admin()
        .header("If-Match", seen)
        .body(Map.of("priority", priority, "reason", "it spreads"))
        .post("/api/v1/tickets/{n}/priority", number);
  }

  @Test
  void theFirstScreenOfAPhoneHasTheStepAndLeadsToTheOtherActs() {
    int number = burning("OnThePhone", "critical");
    Page page = visit.page();
    page.setViewportSize(360, 740);
    visit.logInAt("/tickets/" + number);
    Locator take = visit.step("Acknowledge").locator("button[type=submit]");
    assertThat(take.boundingBox().y).isLessThan(700);
    visit.shot("phone");
    visit.fullShot("phone-whole");
    assertThat(page.locator(".worksheet .card").evaluateAll(TOPS))
        .as("the keyboard goes from card to card as they are seen")
        .isEqualTo(true);

    page.locator("nav a[href='#hand-over']").click();

    assertThat(page.locator("[id='hand:person']").evaluate("e => e === document.activeElement"))
        .isEqualTo(true);
    page.locator("[id='hand:person']").selectOption("1");
    page.locator("[id=hand] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
  }

  private static final String TOPS =
      "all => all.map(e => e.getBoundingClientRect().top).every((y, i, ys) => !i || ys[i - 1] < y)";

  @Test
  void whatBurnsComesBeforeTheReviewOfWhatIsOver() {
    int over = burning("WaitsForReview", "critical");
    rest.admin()
        .body(Map.of("cause", "known", "action", "restarted"))
        .post("/api/v1/tickets/{n}/resolve", over);
    rest.fire(Rest.over("WaitsForReview", "web-40", "critical"));
    Rest.eventually().until(() -> rest.status(over).equals("RESOLVED"));
    int burning = burning("BurnsLater", "critical");
    visit.logInAt("/dash");
    assertThat(visit.page().locator("td.num").allTextContents())
        .containsSubsequence("#" + burning, "#" + over);
  }

  @Test
  void theTicketMovesOnAndThePageSaysSo() {
    int number = burning("MovesOn", "warning");
    visit.logInAt("/tickets/" + number);
    Locator notice = visit.page().locator("[data-follow] .notice");
    assertThat(notice.isVisible()).isFalse();

    rest.admin()
        .body(Map.of("text", "somebody else was here"))
        .post("/api/v1/tickets/{n}/notes", number)
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));

    notice.waitFor();
    visit.shot("moved-on");
    notice.locator("a").click();
    visit.page().locator("ol.lines", has("somebody else was here")).waitFor();
    assertThat(notice.isVisible()).isFalse();
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  @Test
  void thePictureHasItsSizeBeforeItIsDrawn() {
    int number = closed();
    visit.logInAt("/dash");
    Page page = visit.page();
    page.route("**/app/diagram.js", route -> {});
    page.navigate(
        RunningServer.shared().url() + "/tickets/" + number,
        new Page.NavigateOptions()
            .setWaitUntil(com.microsoft.playwright.options.WaitUntilState.COMMIT));
    visit.showProcess();
    page.locator(".process .drawing").waitFor();
    double before = page.locator(".process").boundingBox().height;
    visit.shot("closed-first-paint");
    page.unroute("**/app/diagram.js");
    visit.open("/tickets/" + number);
    assertThat(page.locator(".path li").first().textContent()).contains("Opened");
    assertThat(page.locator(".path li").last().textContent()).contains("Closed");
    visit.showProcess();
    page.locator(".process svg .djs-shape").first().waitFor();
    assertThat(page.locator(".process").boundingBox().height).isEqualTo(before);
    Visit.shows(page.locator(".process .drawing"), 0);
  }

  @Test
  void theTimelineIsNarrowedAndEarlierOnesOfTheKindAreNamed() {
    rest.fire(Rest.alert("Recurring", "web-91", "critical"));
    int first = rest.awaitTicket("Recurring on web-91");
    rest.fire(Rest.alert("Recurring", "web-92", "critical"));
    int second = rest.awaitTicket("Recurring on web-92");
    visit.logInAt("/tickets/" + second);
    Page page = visit.page();
    assertThat(page.locator(".facts").textContent()).contains("next");
    assertThat(page.locator(".path .here").textContent()).contains("Acknowledge");
    assertThat(page.locator(".path .ahead").first().textContent()).contains("Explain", "a person");
    assertThat(page.locator("main").textContent()).contains("Earlier ones of this kind");
    page.locator(".findings a[href$='/tickets/" + first + "']").waitFor();
    page.selectOption("[data-filter]", "person");
    Visit.shows(page.locator("#lines > li[data-of=machine]:not([hidden])"), 0);
    page.selectOption("[data-filter]", "");
    assertThat(page.locator("#lines > li[data-of=machine]:not([hidden])").count()).isPositive();
    rest.fire(Rest.over("Recurring", "web-91", "critical"));
    rest.fire(Rest.over("Recurring", "web-92", "critical"));
  }
}
