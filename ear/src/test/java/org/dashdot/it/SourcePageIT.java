package org.dashdot.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether a source works is tried out on its page, and what was refused gets a second chance. */
@Tag("once")
class SourcePageIT {

  private final Rest rest = new Rest(RunningServer.shared());
  @RegisterExtension final Visit visit = Visit.shared();

  @Test
  void aTestSignalTakesTheWholeWayAndNeedsNobody() {
    visit.logInAt("/sources/source?name=prometheus");
    Page page = visit.page();
    page.locator("text=Send a test signal").click();
    assertThat(page.locator(".messages")).containsText("came through");
    int ticket = rest.awaitTicket("Test signal, sent by Administrator");
    assertThat(rest.<String>of(ticket, "labels.test")).isEqualTo("true");
    assertThat(rest.<String>of(ticket, "priority")).isEqualTo("P4");
    Rest.eventually().until(() -> rest.status(ticket).equals("CLOSED"));
  }

  @Test
  void whatWasRefusedSaysWhatWouldHappenAndStaysRefusedWhileItMakesNoSense() {
    rest.push()
        .body(
            List.of(
                Map.of("labels", Map.of("alertname", "GoodNeighbour", "instance", "second-1")),
                Map.of("labels", Map.of())))
        .post("/api/v2/alerts")
        .then()
        .statusCode(400)
        .body("detail", containsString("1 of 2 cannot be read, the rest is stored"));
    assertThat(rest.awaitTicket("GoodNeighbour")).isPositive();
    visit.logInAt("/sources/source?name=prometheus");
    Page page = visit.page();
    page.locator(".rejected >> text=What would happen?").first().click();
    assertThat(page.locator(".rejected li").first()).containsText("refused: ");
    page.locator(".rejected >> text=Send it through").first().click();
    assertThat(page.locator(".messages")).containsText("no labels");
  }

  @Test
  void anInputIsTriedBeforeItIsSent() {
    visit.logInAt("/sources/source?name=prometheus");
    Page page = visit.page();
    page.fill(
        "[id='try:input']",
        "[{\"labels\": {\"alertname\": \"TriedFirst\", \"instance\": \"try-1\"}}, 7]");
    page.locator("#try >> text=What would happen?").click();
    assertThat(page.locator(".outlook li")).hasCount(2);
    assertThat(page.locator(".outlook li").last()).containsText("refused: ");
    assertThat(rest.tickets("TriedFirst")).isEmpty();
    page.fill(
        "[id='try:input']",
        "[{\"labels\": {\"alertname\": \"TriedFirst\", \"instance\": \"try-1\"}}]");
    page.locator("#try >> text=Send it through").click();
    assertThat(page.locator(".messages")).containsText("taken in");
    assertThat(rest.awaitTicket("TriedFirst")).isPositive();
  }
}
