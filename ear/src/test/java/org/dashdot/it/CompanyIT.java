package org.dashdot.it;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tickets among each other, and two people on one of them. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompanyIT {

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  private RequestSpecification hurried() {
    return given()
        .baseUri(RunningServer.shared().url())
        .auth()
        .preemptive()
        .basic("hurried", DutyTeam.PASSWORD)
        .contentType("application/json");
  }

  private int burning(String name, String host) {
    rest.fire(Rest.alert(name, host, "warning"));
    return rest.awaitTicket(name + " on " + host);
  }

  private String texts(int number) {
    return rest.admin().get("/api/v1/tickets/{n}/timeline", number).then().extract().asString();
  }

  @Test
  @Order(1)
  void aSecondPersonComes() {
    visit.logInAt("/admin/people");
    DutyTeam.addPerson(visit, "hurried", "Hurried", "hurried@example.org");
    hurried().get("/api/v1/tickets").then().statusCode(200);
  }

  @Test
  @Order(2)
  void twoTicketsThatHaveToDoWithEachOtherSaySo() {
    int one = burning("LinkOne", "company-1");
    int other = burning("LinkOther", "company-2");
    visit.logInAt("/tickets/" + one);
    Page page = visit.page();
    page.getByText("Link with another ticket").click();
    page.selectOption("[id='link:kind']", "CAUSED_BY");
    page.fill("[id='link:to']", "#" + other);
    page.locator("form[id=link] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.locator(".related").textContent()).contains("was caused by", "#" + other);
    rest.admin()
        .get("/api/v1/tickets/{n}/relations", other)
        .then()
        .body("items[0].relation", equalTo("caused"))
        .body("items[0].number", equalTo(one));
    link(one, String.valueOf(other)).statusCode(409);
    link(other, String.valueOf(one)).statusCode(409);
    link(one, String.valueOf(one)).statusCode(422).body("field", equalTo("to"));
    link(one, "999999999").statusCode(422).body("detail", containsString("There is no ticket"));

    page.locator(".related button").click();
    page.locator(".messages .fine").waitFor();
    Visit.shows(page.locator(".related"), 0);
    assertThat(texts(other)).contains("caused #" + one, "no longer linked with #" + one);
    rest.fire(Rest.over("LinkOne", "company-1", "warning"));
    rest.fire(Rest.over("LinkOther", "company-2", "warning"));
  }

  private io.restassured.response.ValidatableResponse link(int one, String other) {
    return rest.admin().body(Map.of("to", other)).post("/api/v1/tickets/{n}/relations", one).then();
  }

  @Test
  @Order(3)
  void whatIsAnotherProblemIsSplitOffAndMergedAgain() {
    int first = burning("SplitOne", "company-3");
    int second = burning("SplitTwo", "company-3");
    rest.admin()
        .body(Map.of("into", first))
        .post("/api/v1/tickets/{n}/merge", second)
        .then()
        .statusCode(204);
    List<Integer> ids = rest.of(first, "imperfections.id");
    assertThat(ids).hasSize(2);
    split(first, List.of()).statusCode(422).body("field", equalTo("imperfections"));
    split(first, ids).statusCode(422);

    visit.logInAt("/tickets/" + first);
    Page page = visit.page();
    page.getByText("Split: some of this").click();
    page.locator("form[id=split] label")
        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("SplitTwo"))
        .click();
    visit.fullShot("ticket-split");
    page.locator("form[id=split] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.locator(".related").textContent()).contains("was split from", "#" + first);
    int own = Integer.parseInt(page.url().replaceFirst(".*/", ""));
    assertThat(own).isNotIn(first, second);

    // What fires again finds its own ticket, and each clears for itself.
    rest.fire(Rest.alert("SplitTwo", "company-3", "warning"));
    assertThat(rest.<List<String>>of(own, "imperfections.name")).containsExactly("SplitTwo");
    assertThat(rest.<List<String>>of(first, "imperfections.name")).containsExactly("SplitOne");
    rest.fire(Rest.over("SplitTwo", "company-3", "warning"));
    Rest.eventually().until(() -> !rest.burns(own));
    assertThat(rest.burns(first)).isTrue();
    rest.fire(Rest.over("SplitOne", "company-3", "warning"));
    Rest.eventually().until(() -> rest.status(own).equals("CLOSED"));
    split(own, ids).statusCode(409);
  }

  private io.restassured.response.ValidatableResponse split(int number, List<Integer> ids) {
    return rest.admin()
        .body(Map.of("imperfections", ids))
        .post("/api/v1/tickets/{n}/split", number)
        .then();
  }

  @Test
  @Order(4)
  void whoHandedOverByMistakeTakesItBackUnlessSomebodyActedSince() {
    int number = burning("Undone", "company-4");
    visit.logInAt("/tickets/" + number);
    Page page = visit.page();
    page.locator("#hand-over summary").click();
    page.selectOption(
        "[id='hand:person']",
        new com.microsoft.playwright.options.SelectOption().setLabel("Hurried"));
    page.locator("form[id=hand] button[type=submit]").click();
    page.locator(".messages .fine").waitFor();
    assertThat(rest.<String>of(number, "assignee")).isEqualTo("Hurried");
    hurried().delete("/api/v1/tickets/{n}/change", number).then().statusCode(409);

    page.getByText("take the handing over back").click();
    page.locator(".messages .fine").waitFor();
    assertThat(rest.<String>of(number, "assignee")).isEqualTo("Administrator");
    Visit.shows(page.locator("form[id=undo]"), 0);

    prioritise(number, "P2");
    rest.admin().delete("/api/v1/tickets/{n}/change", number).then().statusCode(200);
    assertThat(rest.<String>of(number, "priority")).isEqualTo("P3");
    prioritise(number, "P2");
    prioritise(number, "P1");
    rest.admin().delete("/api/v1/tickets/{n}/change", number).then().statusCode(200);
    assertThat(rest.<String>of(number, "priority")).isEqualTo("P2");
    rest.admin().delete("/api/v1/tickets/{n}/change", number).then().statusCode(409);
    rest.fire(Rest.over("Undone", "company-4", "warning"));
  }

  private void prioritise(int number, String priority) {
    rest.admin()
        .body(Map.of("priority", priority, "reason", "for a test"))
        .post("/api/v1/tickets/{n}/priority", number)
        .then()
        .statusCode(204);
  }

  @Test
  @Order(5)
  void twoPeopleOnOneTicketKnowOfEachOther() {
    int number = burning("Shared", "company-5");
    visit.logInAt("/tickets/" + number);
    Page page = visit.page();
    here(number, UUID.randomUUID().toString(), false);
    page.getByText("Hurried looks at this ticket too.").waitFor();
    page.locator(".steps textarea").first().fill("the pump is");
    String other = UUID.randomUUID().toString();
    Rest.eventually()
        .until(
            () ->
                here(number, other, true)
                    .extract()
                    .asString()
                    .equals("{\"items\":[{\"name\":\"Administrator\",\"writing\":true}]}"));
    page.getByText("Hurried is writing on this ticket.").waitFor();
    visit.shot("ticket-company");
    hurried()
        .body(Map.of("page", "x", "writing", true))
        .post("/api/v1/tickets/{n}/presence", number)
        .then()
        .statusCode(422);
    rest.fire(Rest.over("Shared", "company-5", "warning"));
  }

  private io.restassured.response.ValidatableResponse here(
      int number, String page, boolean writing) {
    return hurried()
        .body(Map.of("page", page, "writing", writing))
        .post("/api/v1/tickets/{n}/presence", number)
        .then()
        .statusCode(200)
        .body("items.name", not(hasSize(2)));
  }

  @Test
  @Order(6)
  void whatWasForgottenIsKeptOrResolvedTogether() {
    // What this person opens is overdue at once: see short.properties.
    int kept = opened("Still wanted one");
    int gone = opened("Still wanted two");
    visit.logInAt("/tickets?status=overdue&priority=P4");
    Page page = visit.page();
    page.reload();
    assertThat(page.locator("main table").textContent()).contains("#" + kept, "#" + gone);
    page.locator("tr:has(a[href$='/" + kept + "']) input[type=checkbox]").check();
    page.locator("details.bulk summary").click();
    page.getByText("Still wanted", new Page.GetByTextOptions().setExact(true)).click();
    page.locator(".messages .fine").waitFor();
    assertThat(texts(kept)).contains("still wanted");

    page.locator("tr:has(a[href$='/" + gone + "']) input[type=checkbox]").check();
    page.locator("details.bulk summary").click();
    page.fill("[id$=':cause']", "nobody needs it");
    page.fill("[id$=':response']", "left as it is");
    page.getByText("Resolve them").click();
    page.locator(".messages .fine").waitFor();
    Rest.eventually().until(() -> !rest.burns(gone));
    assertThat(rest.<String>of(gone, "cause")).isEqualTo("nobody needs it");
    int high = burning("NotForgotten", "company-6");
    rest.admin()
        .body(Map.of("action", "keep", "tickets", List.of(high)))
        .post("/api/v1/tickets/bulk")
        .then()
        .body("refused[0].why", containsString("not a low one that is overdue"));
    rest.fire(Rest.over("NotForgotten", "company-6", "warning"));
    rest.admin()
        .body(
            Map.of(
                "action",
                "resolve",
                "tickets",
                List.of(kept),
                "cause",
                "known",
                "response",
                "nothing"))
        .post("/api/v1/tickets/bulk")
        .then()
        .body("done", equalTo(List.of(kept)));
  }

  private int opened(String title) {
    return hurried()
        .body(Map.of("title", title, "severity", "info"))
        .post("/api/v1/tickets")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }
}
