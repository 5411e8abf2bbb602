package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dot on a server that is quiet but for what these tests set on fire. */
@Tag("once")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DotIT {

  private static final String DRAWN = "[data-disc] svg.dot";
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static RunningServer server;
  private static Rest rest;

  @RegisterExtension final Visit visit = Visit.at(() -> server.url());

  @BeforeAll
  static void start() {
    MAIL.start();
    server =
        RunningServer.of("dot")
            .env("DASHDOT_PUBLIC_DOT", "true")
            .env("DASHDOT_SMTP_HOST", "127.0.0.1")
            .env("DASHDOT_SMTP_PORT", String.valueOf(MAIL.getSmtp().getPort()))
            .env("DASHDOT_ADMIN_EMAIL", "admin@example.org")
            .start();
    rest = new Rest(server);
  }

  @AfterAll
  static void stop() {
    server.close();
    MAIL.stop();
  }

  private Page dot() {
    visit.open("/");
    visit.logIn();
    visit.page().locator(DRAWN).waitFor();
    return visit.page();
  }

  private void look(String name, int width, int height) {
    visit
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    visit.page().setViewportSize(width, height);
    visit.page().locator(DRAWN).waitFor();
    assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s fits %d", name, width)
        .isEqualTo(true);
    visit.shot("dot-" + name + "-" + width);
  }

  private void accessible() {
    visit
        .page()
        .emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
    assertThat(new AxeBuilder(visit.page()).withTags(RULES).analyze().getViolations()).isEmpty();
  }

  /** What is counted in the disc is counted again by cells. */
  private static void reconciles() {
    JsonPath dot = rest.admin().get("/api/v1/dot").then().statusCode(200).extract().jsonPath();
    assertThat(dot.getList("ring.high", Integer.class).stream().mapToInt(i -> i).sum())
        .isEqualTo(dot.getInt("high"));
    assertThat(dot.getList("ring.low", Integer.class).stream().mapToInt(i -> i).sum())
        .isEqualTo(dot.getInt("low"));
  }

  @Test
  @Order(1)
  void aCalmHouseIsGreenAndWhoPassesBySeesItsLookWithoutANameWhereThatIsOn() {
    visit.open("/");
    visit.page().getByText("life is good").waitFor();
    visit.shot("dot-public");
    visit.logIn();
    visit.page().locator(DRAWN).waitFor();
    visit.discSays("life is good");
    rest.admin()
        .contentType("text/csv")
        .body(
            "shop,runs on,web-1\nshop,runs on,web-2\npay,runs on,web-2\npay,depends on,db-1\n"
                + "web-1,connected to,switch-1\nweb-2,connected to,switch-1\n"
                + "mail,runs on,web-3\nweb-3,connected to,switch-2\n")
        .put("/api/v1/topology/small")
        .then()
        .statusCode(200);
    visit.page().locator(".cell[data-cell='application:shop']").waitFor();
    for (int[] size : new int[][] {{1280, 800}, {320, 640}, {3840, 2160}}) {
      look("green", size[0], size[1]);
    }
    accessible();
    visit.shot("dot-green-still");
  }

  @Test
  @Order(2)
  void whatBurnsIsSeenWhereItBurnsWithinTheSamePage() {
    Page page = dot();
    page.evaluate("document.documentElement.dataset.neverReloaded = 'true'");
    rest.fire(Rest.alert("Slow", "db-1", "critical"));
    Locator cell = page.locator(".cell.p2[data-cell='system:db-1']");
    cell.waitFor();
    visit.discSays("plenty to do");
    rest.fire(Rest.alert("DiskFilling", "web-2", "warning"));
    page.locator(".cell.p3[data-cell='system:web-2']").waitFor();
    assertThat(page.locator("html[data-never-reloaded]").count()).isEqualTo(1);
    reconciles();
    Locator mote = page.locator(".mote[data-cell='system:db-1']");
    assertThat(mote.getAttribute("aria-label")).contains("P2 Slow on db-1", "Administrator");
    Locator lit = page.locator(".cell.lit[data-cell='system:db-1']");
    mote.hover();
    lit.waitFor();
    // What lies under a pointer changes when another place comes into the ring; the focus does not.
    page.mouse().move(5, 400);
    cell.focus();
    rest.fire(Rest.alert("DiskFilling", "web-1", "warning"));
    page.locator(".cell.p3[data-cell='system:web-1']").waitFor();
    lit.waitFor();
    page.locator("a.core").focus();
    look("dots", 1280, 800);
    look("dots", 320, 640);
    accessible();
    cell.focus();
    page.keyboard().press("ArrowRight");
    assertThat((String) page.evaluate("document.activeElement.dataset.cell"))
        .startsWith("system:")
        .isNotEqualTo("system:db-1");
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Enter");
    page.waitForURL("**/cell?of=system%3Adb-1");
    assertThat(page.locator("main").textContent()).contains("db-1", "Slow", "pay", "depends on");
    visit.fullShot("cell");
    accessible();
  }

  @Test
  @Order(3)
  void twoHighTicketsAreADashWithAMoteEachAndTheListTellsTheSame() {
    Page page = dot();
    rest.fire(Rest.alert("Down", "web-1", "critical"));
    rest.fire(Rest.alert("Gone", "new-host", "critical"));
    visit.discSays("3 high");
    page.locator(".cell[data-cell='system:new-host']").waitFor();
    reconciles();
    look("red", 1280, 800);
    look("red", 320, 640);
    look("red", 3840, 2160);
    page.setViewportSize(1280, 800);
    page.locator(".twin summary").click();
    assertThat(page.locator("[data-twin]").textContent())
        .contains("system web-1: 1 high", "Gone on new-host", "utilisation of the hardware");
    visit.shot("dot-list");
    accessible();
    page.locator(".twin summary").click();
    page.locator(".core").focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/dash");
  }

  @Test
  @Order(5)
  void fiveHundredHostsAreFewCellsAndEachOpensIntoItsOwnRing() {
    rest.admin()
        .contentType("text/csv")
        .body(
            Stream.concat(
                    IntStream.rangeClosed(1, 400)
                        .mapToObj(i -> "node-" + i + ",connected to,rack-" + (i % 20)),
                    IntStream.rangeClosed(1, 100)
                        .mapToObj(i -> "service-" + i + ",runs on,node-" + i))
                .collect(Collectors.joining("\n")))
        .put("/api/v1/topology/large")
        .then()
        .statusCode(200)
        .body("relations", equalTo(500));
    rest.fire(Rest.alert("Down", "node-77", "critical"));
    Page page = dot();
    Locator group = page.locator(".cell.p2[data-cell^='system:node-7'][href^='/?in=']");
    group.waitFor();
    assertThat(page.locator(".cell").count()).isBetween(40, 100);
    reconciles();
    look("500", 1280, 800);
    group.locator(".piece").click();
    page.waitForURL("**/?in=**");
    page.locator(".cell.p2[data-cell='system:node-77']").waitFor();
    assertThat(page.locator(".zoomed").textContent()).contains("system node-");
    look("zoomed", 1280, 800);
    accessible();
    rest.admin()
        .queryParam("in", "system:node-70~node-80")
        .get("/api/v1/dot")
        .then()
        .statusCode(200)
        .body("ring.size()", equalTo(11))
        .body("ring.name", hasItem("node-77"));
    rest.admin().delete("/api/v1/topology/large").then().statusCode(204);
  }

  @Test
  @Order(6)
  void anArtistsSkinWorksByUploadAndAHostileOneIsRefusedWithTheReason() throws IOException {
    visit.logInAt("/admin/skins");
    Page page = visit.page();
    Visit.shows(page.locator(".looks svg"), 8);
    visit.fullShot("skins");
    accessible();
    upload("<script>alert(1)</script>");
    assertThat(page.locator(".fault, .messages .error").first().textContent())
        .contains("green.svg", "<script> is not allowed");
    upload("<path d='M60 100H260' stroke='currentColor' stroke-width='30'/>");
    page.locator(".messages .fine").waitFor();
    Visit.shows(page.locator(".looks svg"), 12);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Use ocean")).click();
    page.locator(".messages .fine").waitFor();
    visit.open("/");
    page.locator("html[style*='--calm: #2f5f96']").waitFor();
    look("ocean", 1280, 800);
    accessible();
    rest.admin().post("/api/v1/skins/night/use").then().statusCode(204);
    page.locator("html[style*='--calm: #2f6a58']").waitFor();
    rest.admin().delete("/api/v1/skins/ocean").then().statusCode(204);
    rest.admin().delete("/api/v1/skins/night").then().statusCode(409);
  }

  private void upload(String drawing) throws IOException {
    Map<String, String> colours =
        new TreeMap<>(
            rest.admin()
                .get("/api/v1/skins/used")
                .then()
                .extract()
                .<Map<String, String>>path("colours"));
    colours.put("calm", "#2f5f96");
    visit
        .page()
        .setInputFiles(
            "[id='upload:skin']",
            new FilePayload(
                "ocean.zip",
                "application/zip",
                SkinZip.of("ocean", colours, "green.svg", drawing)));
    visit.page().locator("form[id=upload] button[type=submit]").click();
    visit.page().locator(".messages, .fault").first().waitFor();
  }

  @Test
  @Order(7)
  void whatCannotBeSeenIsNeverPlainGreen() {
    for (String host : List.of("web-1", "new-host", "node-77", "db-1")) {
      for (String name : List.of("Down", "Gone", "Slow")) {
        rest.fire(Rest.over(name, host, "critical"));
      }
    }
    rest.fire(Rest.over("DiskFilling", "web-1", "warning"));
    rest.fire(Rest.over("DiskFilling", "web-2", "warning"));
    dot();
    visit.discSays("life is good");
    MAIL.stop();
    rest.fire(Rest.alert("Unheard", "web-1", "critical"));
    Rest.eventually().until(() -> rest.blind().contains("mail cannot leave"));
    rest.fire(Rest.over("Unheard", "web-1", "critical"));
    visit.page().locator("html[data-look=blind]").waitFor();
    look("blind", 1280, 800);
    look("blind", 320, 640);
    accessible();
  }
}
