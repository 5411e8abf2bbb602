package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever somebody remembers of a thing finds it, from every page and by REST. */
class SearchIT {

  private static final List<String> NAMES = List.of("SeekDiskFull", "SeekMemory");
  private static final String HOST = "seek-7.example.com";

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  private int burning(String name) {
    rest.fire(Rest.alert(name, HOST, "warning"));
    return rest.awaitTicket(name);
  }

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    NAMES.forEach(name -> rest.fire(Rest.over(name, HOST, "warning")));
  }

  @Test
  void everyWordMustBeginOneOfTheTicketsWords() {
    int disk = burning("SeekDiskFull");
    int memory = burning("SeekMemory");
    assertThat(rest.tickets("seekdiskfull")).contains(disk).doesNotContain(memory);
    assertThat(rest.tickets("diskf seek-7")).contains(disk).doesNotContain(memory);
    assertThat(rest.tickets("seek-7.exam")).contains(disk, memory);
    assertThat(rest.tickets("seekdisk seekmem")).isEmpty();
    assertThat(rest.tickets("#" + memory)).containsExactly(memory);
    rest.admin().get("/api/v1/tickets?q={n}", memory).then().body("items.number", hasItem(memory));
    assertThat(rest.tickets("%")).isEmpty();
    rest.admin()
        .body(Map.of("text", "the seekrotation was switched off"))
        .post("/api/v1/tickets/{n}/notes", memory)
        .then()
        .statusCode(204);
    assertThat(rest.tickets("seekrotation")).containsExactly(memory);
  }

  @Test
  void oneQuestionFindsTicketsPeopleThingsAndChecks() {
    int disk = burning("SeekDiskFull");
    rest.admin().post("/api/v1/tickets/{n}/acknowledge", disk).then().statusCode(204);
    rest.admin()
        .get("/api/v1/search?q=seekdisk")
        .then()
        .statusCode(200)
        .body("ticket", nullValue())
        .body("tickets.number", hasItem(disk));
    rest.admin()
        .get("/api/v1/search?q=administrator")
        .then()
        .body("people.name", hasItem("Administrator"))
        .body("people[0].open.number", hasItem(disk));
    rest.admin()
        .get("/api/v1/search?q=networklink")
        .then()
        .body("checks.name", hasItems("NetworkLinkDown"));
    rest.admin().get("/api/v1/search?q={n}", disk).then().body("ticket", equalTo(disk));
    rest.admin().get("/api/v1/search?q=%").then().body("tickets.size()", equalTo(0));
    rest.admin().get("/api/v1/search").then().statusCode(200);
  }

  @Test
  void theSlashKeyLeadsToTheBoxAndANumberToItsTicket() {
    int disk = burning("SeekDiskFull");
    visit.logInAt("/dash");
    Page page = visit.page();
    page.keyboard().press("/");
    assertThat(page.locator("#everything").evaluate("e => e === document.activeElement"))
        .isEqualTo(true);
    page.keyboard().type("seekdisk");
    page.keyboard().press("Enter");
    page.waitForURL("**/search?q=seekdisk");
    page.locator("#found-tickets td a[href$='/tickets/" + disk + "']").waitFor();
    visit.shot("search");

    page.fill("#everything", "#" + disk);
    page.locator("#everything").press("Enter");
    page.waitForURL("**/tickets/" + disk);

    visit.open("/search?q=seek-7");
    Locator things = page.locator("#found-things, #found-tickets");
    things.first().waitFor();
    visit.fullShot("search-host");
    visit.open("/search?q=nothing-has-this");
    assertThat(page.locator("main").textContent()).contains("Nothing has all these words");
  }

  @Test
  void theMenuIsShortAndFoldsTheRestAway() {
    visit.logInAt("/dash");
    Page page = visit.page();
    Visit.shows(page.locator("header nav > a"), 4);
    Locator silences = page.locator("header nav a[href$='/silences']");
    assertThat(silences.isVisible()).isFalse();

    page.locator("header nav summary").focus();
    page.keyboard().press("Enter");
    assertThat(silences.isVisible()).isTrue();
    visit.shot("menu");
    page.keyboard().press("Escape");
    assertThat(silences.isVisible()).isFalse();
    assertThat(page.locator("header nav summary").evaluate("e => e === document.activeElement"))
        .isEqualTo(true);

    page.locator("header nav summary").click();
    page.locator("main h1").first().click();
    assertThat(silences.isVisible()).isFalse();

    page.locator("header nav summary").click();
    silences.click();
    page.waitForURL("**/silences");
    page.getByRole(AriaRole.HEADING).first().waitFor();
    visit.open("/");
    page.locator("[data-disc] svg[aria-label]").waitFor();
    page.locator("header nav summary").click();
    visit.shot("menu-dot");
  }
}
