package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What somebody typed is there again when it could not be saved, and is sent once when it could.
 */
@Tag("once")
class DraftsIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final String WORDS = "a cause that took long to write\nin two lines";

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  private int burning(String name, String severity) {
    rest.fire(Rest.alert(name, "web-41", severity));
    return rest.tickets(name).get(0);
  }

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    List.of("StepGone", "StepOther", "ActGone", "WaitedLong")
        .forEach(name -> rest.fire(Rest.over(name, "web-41", "critical")));
  }

  @Test
  void aStepThatIsGoneIsToldAndItsWordsAreShownUntilDiscarded() {
    int number = burning("StepGone", "warning");
    visit.logInAt("/tickets/" + number);
    visit.step("Resolve").locator("textarea").nth(0).fill(WORDS);
    dismissElsewhere(number);
    visit.step("Resolve").locator("button[type=submit]").click();

    saysThatItMovedOn();
    Locator box = visit.page().locator(".drafts");
    assertThat(box.locator("pre").allTextContents()).containsExactly(WORDS);
    assertThat(box.locator("h3").allTextContents()).allMatch(label -> !label.isBlank());
    visit.shot("draft-step-gone");
    assertThat(new AxeBuilder(visit.page()).withTags(RULES).analyze().getViolations()).isEmpty();
    visit.page().setViewportSize(360, 740);
    visit.shot("draft-step-gone-phone");

    box.locator("[data-discard]").click();
    Visit.shows(box, 0);
    visit.page().reload();
    visit.page().locator("ol.lines").waitFor();
    Visit.shows(box, 0);
  }

  @Test
  void theWordsForAStepNeverStandInTheStepThatTookItsPlace() {
    int number = burning("StepOther", "critical");
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", number);
    visit.logInAt("/tickets/" + number);
    visit.step("Resolve").locator("textarea").nth(0).fill(WORDS);
    rest.admin()
        .body(Map.of("cause", "known", "action", "restarted"))
        .post("/api/v1/tickets/{n}/resolve", number);
    rest.fire(Rest.over("StepOther", "web-41", "critical"));
    Rest.eventually().until(() -> rest.status(number).equals("RESOLVED"));
    visit.step("Resolve").locator("button[type=submit]").click();

    saysThatItMovedOn();
    visit.step("Review automation potential");
    assertThat(visit.page().locator(".drafts pre").allTextContents()).contains(WORDS);
    assertThat(visit.page().locator("section.next").evaluateAll(VALUES).toString())
        .doesNotContain("took long to write");
  }

  private static final String VALUES =
      "all => all.flatMap(e => [...e.querySelectorAll('textarea, input')].map(i => i.value)).join()";

  @Test
  void anActThatIsGoneIsToldToo() {
    int number = burning("ActGone", "warning");
    visit.logInAt("/tickets/" + number);
    visit.page().locator("details:has([id=priority]) summary").click();
    visit.page().fill("[id='priority:reason']", WORDS.lines().findFirst().orElseThrow());
    dismissElsewhere(number);
    visit.page().locator("[id=priority] button[type=submit]").click();

    saysThatItMovedOn();
    assertThat(visit.page().locator(".drafts pre").textContent()).contains("took long to write");
  }

  @Test
  void aPageThatWaitedTooLongFillsInAgainWhatWasTypedAndForgetsItWhenItIsSaved() {
    int number = burning("WaitedLong", "warning");
    visit.logInAt("/tickets/" + number);
    Page page = visit.page();
    page.locator("nav a[href='#add-note']").click();
    page.fill("[id='note:text']", WORDS);
    visit.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    page.locator("[id=note] button[type=submit]").click();

    page.locator(".messages .error", new Page.LocatorOptions().setHasText("waited too long"))
        .waitFor();
    page.locator(".again").waitFor();
    assertThat(page.inputValue("[id='note:text']")).isEqualTo(WORDS);
    assertThat(page.locator("[id='note:text']").isVisible()).isTrue();
    visit.fullShot("draft-again");
    page.setViewportSize(360, 740);
    page.locator(".again").scrollIntoViewIfNeeded();
    visit.shot("draft-again-phone");

    page.locator("[id=note] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.locator("ol.lines").textContent()).contains("took long to write");
    page.reload();
    page.locator("ol.lines").waitFor();
    assertThat(page.inputValue("[id='note:text']")).isEmpty();
  }

  @Test
  void aDoubleClickOpensOneTicket() {
    visit.logInAt("/new-ticket");
    Page page = visit.page();
    page.fill("[id='new:title']", "Opened by a double click");
    List<Route> sent = new ArrayList<>();
    page.route("**/new-ticket", sent::add);
    page.evaluate(
        "() => { const button = document.querySelector('#new button[type=submit]');"
            + " button.click(); setTimeout(() => { button.click();"
            + " sessionStorage.setItem('seen', button.getAttribute('aria-disabled')); }, 200); }");
    page.waitForTimeout(600);
    assertThat(sent).hasSize(1);
    sent.forEach(Route::resume);
    page.waitForURL("**/tickets/*");
    page.locator(".messages .fine").waitFor();
    assertThat(page.evaluate("sessionStorage.getItem('seen')")).isEqualTo("true");
    assertThat(rest.tickets("Opened by a double click")).hasSize(1);
    dismissElsewhere(rest.tickets("Opened by a double click").get(0));
  }

  private void saysThatItMovedOn() {
    visit
        .page()
        .locator(".messages .error", new Page.LocatorOptions().setHasText("moved on meanwhile"))
        .waitFor();
  }

  private void dismissElsewhere(int number) {
    rest.admin()
        .body(Map.of("why", "test", "reason", "somebody else was quicker"))
        .post("/api/v1/tickets/{n}/dismiss", number);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
  }
}
