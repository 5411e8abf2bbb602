package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person in a real browser works a ticket to its end and watches the dot. */
class PortalIT {

  private static final Path PICTURES = Path.of(System.getProperty("dashdot.test.data"), "pictures");

  private static Playwright playwright;
  private static Browser browser;

  private final RunningServer server = RunningServer.shared();
  private final Rest rest = new Rest(server);
  private final List<String> complaints = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void open() {
    String chromium = Programs.find("chromium");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(chromium))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @AfterAll
  static void close() {
    if (playwright != null) {
      playwright.close();
    }
  }

  @BeforeEach
  void visit() {
    context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  @AfterEach
  void leave() {
    context.close();
    assertThat(complaints).as("errors on the browser's console").isEmpty();
  }

  private void logIn() {
    page.fill("#username", "admin");
    page.fill("#password", RunningServer.ADMIN_PASSWORD);
    page.click("main button");
  }

  private void shot(String name) {
    String database = System.getProperty("dashdot.test.db", "h2");
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(database + "-" + name + ".png")));
  }

  private int burning(String name, String host) {
    rest.fire(Rest.alert(name, host, "critical"));
    return rest.tickets(name).get(0);
  }

  @Test
  void deepLinkSurvivesLoginAndTheTicketIsWorkedToItsEnd() {
    int number = burning("Browsed", "web-20");
    page.navigate(server.url() + "/tickets/" + number);
    assertThat(page.url()).contains("from=");
    shot("login");
    logIn();
    page.waitForURL("**/tickets/" + number);
    assertThat(page.locator("h1").first().textContent()).contains("Browsed on web-20");
    page.locator(".process svg .djs-shape").first().waitFor();
    assertThat(page.locator(".bjs-powered-by").isVisible()).isTrue();
    shot("ticket");
    step("Acknowledge").locator("button[type=submit]").click();
    Locator resolve = step("Resolve");
    resolve.locator("textarea").nth(0).fill("a cause <b>with markup</b> #{1+1}");
    resolve.locator("textarea").nth(1).fill("restarted it");
    resolve.locator("button[type=submit]").click();
    page.locator("section.next")
        .waitFor(
            new Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
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
    Locator review = step("Review automation potential");
    review.locator("input[type=radio]").first().check();
    review.locator("button[type=submit]").click();
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    page.reload();
    page.locator(".process svg .djs-shape").first().waitFor();
    shot("closed");
  }

  private Locator step(String name) {
    Locator step =
        page.locator("section.next").filter(new Locator.FilterOptions().setHasText(name));
    step.first().waitFor();
    return step.first();
  }

  @Test
  void theDotTurnsRedAndBackWithoutAReload() {
    page.navigate(server.url() + "/");
    assertThat(page.locator("#username").isVisible()).isTrue();
    logIn();
    page.locator("[data-disc] svg").waitFor();
    burning("RedOne", "web-21");
    burning("RedTwo", "web-22");
    page.waitForCondition(
        () -> page.locator("[data-disc]").textContent().toLowerCase().contains("dash"),
        new Page.WaitForConditionOptions().setTimeout(15_000));
    shot("dot-red");
    rest.fire(Rest.over("RedOne", "web-21", "critical"));
    rest.fire(Rest.over("RedTwo", "web-22", "critical"));
    page.waitForCondition(
        () -> !page.locator("[data-disc]").textContent().toLowerCase().contains("dash"),
        new Page.WaitForConditionOptions().setTimeout(15_000));
    shot("dot-after");
  }

  @Test
  void everyPageOpensOnLaptopAndPhoneWithoutOverflow() {
    page.navigate(server.url() + "/dash");
    logIn();
    page.waitForURL("**/dash");
    for (String path :
        List.of(
            "/",
            "/dash",
            "/tickets",
            "/new-ticket",
            "/sources",
            "/admin/people",
            "/admin/teams",
            "/admin/tokens")) {
      for (int width : new int[] {1280, 320}) {
        page.setViewportSize(width, 800);
        assertThat(page.navigate(server.url() + path).status()).as(path).isEqualTo(200);
        assertThat(page.url()).as("no detour to the error page").isEqualTo(server.url() + path);
        Object wide =
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) wide).intValue()).as(path + " at " + width).isLessThanOrEqualTo(0);
        shot((path.equals("/") ? "dot" : path.substring(1).replace('/', '-')) + "-" + width);
      }
    }
  }

  @Test
  void wrongPasswordIsSaidAndLogoutEnds() {
    page.navigate(server.url() + "/");
    page.fill("#username", "admin");
    page.fill("#password", "wrong-password");
    page.click("main button");
    page.waitForURL("**login=failed**");
    assertThat(page.locator("[role=alert]").textContent()).contains("wrong");
    logIn();
    page.locator("[data-disc] svg").waitFor();
    page.locator("form[action$='/logout'] button").click();
    page.locator("#username").waitFor();
  }
}
