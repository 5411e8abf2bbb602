package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done with many tickets at once, and with a list as a whole. */
class ListsIT {

  private static final List<String> NAMES = List.of("ListsOne", "ListsTwo", "ListsThree");
  private static final int NOWHERE = 999_999_999;

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  private int burning(String name) {
    rest.fire(Rest.alert(name, "lists-1", "warning"));
    return rest.awaitTicket(name);
  }

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    NAMES.forEach(name -> rest.fire(Rest.over(name, "lists-1", "warning")));
  }

  @Test
  void whatIsRefusedOnOneTicketIsDoneOnTheOthers() {
    int one = burning("ListsOne");
    int two = burning("ListsTwo");
    bulk(Map.of("action", "acknowledge", "tickets", List.of(one, NOWHERE, two)))
        .statusCode(200)
        .body("done", equalTo(List.of(one, two)))
        .body("refused[0].ticket", equalTo(NOWHERE))
        .body("refused[0].why", containsString("There is no ticket"));
    assertThat(rest.status(one)).isEqualTo("ACKNOWLEDGED");
    bulk(Map.of("action", "assign", "tickets", List.of(one), "assignee", "admin"))
        .body("done", equalTo(List.of(one)));
    bulk(Map.of("action", "assign", "tickets", List.of(one), "assignee", "no-such"))
        .statusCode(422);
    bulk(Map.of("action", "dismiss", "tickets", List.of(two), "why", "test")).statusCode(422);
    bulk(Map.of("action", "dismiss", "tickets", List.of(two), "why", "test", "reason", "a test"))
        .body("done", equalTo(List.of(two)));
    Rest.eventually().until(() -> rest.status(two).equals("CLOSED"));
    bulk(Map.of("action", "acknowledge", "tickets", List.of())).statusCode(422);
    bulk(Map.of("action", "burn", "tickets", List.of(one))).statusCode(422);
  }

  private io.restassured.response.ValidatableResponse bulk(Map<String, Object> wish) {
    return rest.admin().body(wish).post("/api/v1/tickets/bulk").then();
  }

  @Test
  void aListIsAFile() {
    int three = burning("ListsThree");
    String csv =
        rest.admin()
            .get("/api/v1/tickets/export?format=csv&q=ListsThree&status=all")
            .then()
            .statusCode(200)
            .contentType(containsString("text/csv"))
            .extract()
            .asString();
    assertThat(csv).startsWith("number,title,").contains("\r\n" + three + ",ListsThree");
    rest.admin()
        .get("/api/v1/tickets/export?format=json&q=ListsThree")
        .then()
        .body("complete", equalTo(true))
        .body("items.number", hasItem(three));
    rest.admin().get("/api/v1/tickets/export?format=xml").then().statusCode(422);
    visit.logInAt("/tickets?q=ListsThree");
    assertThat(visit.page().locator("a[href*='format=csv']").getAttribute("href"))
        .contains("q=ListsThree", "status=open");
    visit.shot("lists");
  }

  @Test
  void aViewIsKeptUnderItsNameUntilItIsDeleted() {
    int id = saved("mine", "?q=disk&status=all&evil=1&cursor=3");
    assertThat(saved("mine", "?q=memory")).isEqualTo(id);
    rest.admin()
        .get("/api/v1/views")
        .then()
        .body("items.find { it.name == 'mine' }.query", equalTo("q=memory"));
    rest.admin().delete("/api/v1/views/{id}", id).then().statusCode(204);
    rest.admin().delete("/api/v1/views/{id}", id).then().statusCode(404);
  }

  private int saved(String name, String query) {
    return rest.admin()
        .body(Map.of("name", name, "query", query))
        .post("/api/v1/views")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void everythingThatIsFoundGoesOnByItself(Page page) {
    int many = 25;
    rest.push().body(many(many, false)).post("/api/v2/alerts").then().statusCode(200);
    Rest.eventually().until(() -> rest.countByTitle("ListsMany").size() == many);
    visit.open("/tickets?q=listsmany");
    page.locator(".bulk summary").click();
    page.locator("[name=everything]").check();
    page.getByText("I take it").first().click();
    page.locator(".run", new Page.LocatorOptions().setHasText("Done on 25 of 25.")).waitFor();
    visit.shot("bulk-run");
    rest.admin()
        .get("/api/v1/tickets?q=listsmany&status=acknowledged&limit=100")
        .then()
        .body("items.size()", equalTo(many));
    rest.push().body(many(many, true)).post("/api/v2/alerts").then().statusCode(200);
  }

  private static List<Map<String, Object>> many(int count, boolean over) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                over
                    ? Rest.over("ListsMany" + i, "lists-2", "info")
                    : Rest.alert("ListsMany" + i, "lists-2", "info"))
        .toList();
  }

  @Test
  void manyAreTakenAtOnceInTheBrowserAndAViewIsKeptWithItsColumns() {
    int one = burning("ListsOne");
    int two = burning("ListsTwo");
    visit.logInAt("/tickets?q=lists-1");
    Page page = visit.page();
    page.locator(".bulk summary").click();
    page.getByText("I take it").first().click();
    page.locator(".messages .error").waitFor();
    assertThat(page.url()).endsWith("/tickets?q=lists-1");
    page.locator("[name=chosen][value='" + one + "']").check();
    page.locator("[name=chosen][value='" + two + "']").check();
    page.locator(".bulk summary").click();
    visit.fullShot("tickets-chosen");
    page.getByText("I take it").first().click();
    page.locator(".messages .fine").waitFor();
    assertThat(page.locator(".messages").textContent()).contains("Done on 2");
    assertThat(rest.status(one)).isEqualTo("ACKNOWLEDGED");
    assertThat(rest.status(two)).isEqualTo("ACKNOWLEDGED");

    everythingThatIsFoundGoesOnByItself(page);

    visit.open("/tickets?q=lists-1");
    page.locator(".columns summary").click();
    page.locator("[name=cols][value=source]").uncheck();
    page.getByText("Show").first().click();
    page.waitForURL("**cols=**");
    assertThat(page.locator("th").allTextContents()).noneMatch(text -> text.contains("source"));
    page.locator(".views summary").click();
    page.fill("[id='views:name']", "Of lists");
    page.locator(".views button").last().click();
    page.locator(".messages .fine").waitFor();
    visit.open("/tickets");
    page.locator(".view a").filter(new Locator.FilterOptions().setHasText("Of lists")).click();
    page.waitForURL("**q=lists-1**");
    assertThat(page.locator("th").allTextContents()).noneMatch(text -> text.contains("source"));
    page.locator(".view button").first().click();
    page.locator(".messages .fine").waitFor();
    Visit.shows(page.locator(".view"), 0);
  }
}
