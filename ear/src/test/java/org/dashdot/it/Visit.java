package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A person at a browser window of their own for the length of one test. At the end nothing may
 * stand on the window's console: a script that fails and a breach of the content security policy
 * are told there only.
 */
final class Visit implements BeforeEachCallback, AfterEachCallback {

  private static final Path PICTURES = Path.of(System.getProperty("dashdot.test.data"), "pictures");

  private final Supplier<String> address;
  private final List<String> complaints = new ArrayList<>();
  private final List<Pattern> foreseen = new ArrayList<>();
  private BrowserContext context;
  private Page page;

  private Visit(Supplier<String> address) {
    this.address = address;
  }

  /** At the server that all suites share. */
  static Visit shared() {
    return at(() -> RunningServer.shared().url());
  }

  /** At a server of the test's own, or by a way of its own to one; asked for at each use. */
  static Visit at(Supplier<String> address) {
    return new Visit(address);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    context =
        Chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
    context.setDefaultTimeout(60_000);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text() + " at " + message.location());
          }
        });
    page.onPageError(complaints::add);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    if (context == null) {
      return;
    }
    if (test.getExecutionException().isPresent()) {
      String name = test.getRequiredTestClass().getSimpleName() + "-" + test.getDisplayName();
      shot("failed-" + name);
      System.out.println(name + " failed at " + page.url() + ", whose console said " + complaints);
    }
    context.close();
    complaints.removeIf(text -> foreseen.stream().anyMatch(p -> p.matcher(text).find()));
    assertThat(complaints).as("errors on the browser's console").isEmpty();
  }

  /** What the console will say because the test wants it so. */
  void foresees(String pattern) {
    foreseen.add(Pattern.compile(pattern));
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Goes to a path and gives the status of the answer. */
  int open(String path) {
    return page.navigate(address.get() + path).status();
  }

  /** Fills the login form that is on the page. */
  void logIn() {
    logIn("admin", RunningServer.ADMIN_PASSWORD);
  }

  void logIn(String name, String password) {
    page.fill("#username", name);
    page.fill("#password", password);
    page.click("main button");
  }

  /** Goes to a path that asks for the login, and logs in. */
  void logInAt(String path) {
    open(path);
    logIn();
    page.waitForURL(address.get() + path);
  }

  /** Unfolds the whole process of the ticket on the page. */
  void showProcess() {
    page.locator("details.whole summary").click();
  }

  /** The card of a step that the ticket on the page waits for. */
  Locator step(String name) {
    Locator step =
        page.locator("section.next").filter(new Locator.FilterOptions().setHasText(name)).first();
    step.waitFor();
    return step;
  }

  /** Waits until the disc's words, which no reload brings, have this among them. */
  void discSays(String word) {
    page.locator("[data-disc]")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile(word)))
        .waitFor();
  }

  /** Waits until a page that may still be on its way has so many of these, and no more. */
  static void shows(Locator these, int count) {
    PlaywrightAssertions.assertThat(these)
        .hasCount(count, new LocatorAssertions.HasCountOptions().setTimeout(30_000));
  }

  static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  /** A picture of what the window shows. */
  void shot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(picture(name)));
  }

  /** A picture of the page from its head to its foot. */
  void fullShot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(name)));
  }

  private static Path picture(String name) {
    return PICTURES.resolve(System.getProperty("dashdot.test.db", "h2") + "-" + name + ".png");
  }
}
