package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page once in light, once in dark and once on a narrow phone: no violation of WCAG 2.2 A and
 * AA that a program can find, and nothing that must be scrolled sideways. It leaves a picture of
 * each.
 */
@Tag("once")
class EveryPageIT {

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final boolean WHOLE = Boolean.getBoolean("dashdot.looks");
  private static final int KEYS = 25;

  /** How somebody looks at it. */
  enum Looking {
    LIGHT(ColorScheme.LIGHT, 1280, true),
    DARK(ColorScheme.DARK, 1280, true),
    NARROW(ColorScheme.LIGHT, 320, true),
    NARROW_DARK(ColorScheme.DARK, 320, false),
    PHONE(ColorScheme.LIGHT, 390, false),
    PHONE_DARK(ColorScheme.DARK, 390, false),
    WALL(ColorScheme.LIGHT, 2560, false),
    WALL_DARK(ColorScheme.DARK, 2560, false);

    private final ColorScheme scheme;
    private final int width;
    private final boolean always;

    Looking(ColorScheme scheme, int width, boolean always) {
      this.scheme = scheme;
      this.width = width;
      this.always = always;
    }
  }

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());
  private final SoftAssertions findings = new SoftAssertions();

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    new EveryPage(rest).putOut();
  }

  /** All of them with {@code -Plooks}. */
  static Stream<Looking> looks() {
    return Stream.of(Looking.values()).filter(looking -> looking.always || WHOLE);
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isAccessibleAndFits(Looking looking) {
    Page page = visit.page();
    page.setViewportSize(looking.width, 800);
    page.emulateMedia(
        new Page.EmulateMediaOptions()
            .setColorScheme(looking.scheme)
            .setReducedMotion(ReducedMotion.REDUCE));
    visit.open("/?from=/dash");
    check("login", looking);
    visit.open("/?login=throttled");
    check("login-throttled", looking);
    visit.logIn();
    page.locator("[data-disc] svg[aria-label]").waitFor();
    check("dot", looking);
    new EveryPage(rest).pages().forEach((name, path) -> visitAndCheck(name, path, looking));
    findings.assertAll();
  }

  private void visitAndCheck(String name, String path, Looking looking) {
    findings.assertThat(visit.open(path)).as(name).isEqualTo(200);
    findings.assertThat(visit.page().url()).as("no detour to the error page").endsWith(path);
    if (name.startsWith("ticket-")) {
      visit.showProcess();
      visit.page().locator(".process svg .djs-shape").first().waitFor();
    }
    check(name, looking);
  }

  private void check(String name, Looking looking) {
    String what = name + "-" + looking.name().toLowerCase(java.util.Locale.ROOT);
    visit.fullShot("page-" + what);
    AxeResults results = new AxeBuilder(visit.page()).withTags(RULES).analyze();
    results
        .getViolations()
        .forEach(
            rule ->
                rule.getNodes()
                    .forEach(
                        node ->
                            findings.fail(
                                "%s: %s: %s %s",
                                what, rule.getId(), node.getTarget(), node.getHtml())));
    Object wide =
        visit
            .page()
            .evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    findings.assertThat(((Number) wide).intValue()).as(what + " fits").isLessThanOrEqualTo(0);
    if (WHOLE) {
      byKeyboard(what);
    }
  }

  /**
   * Tab goes from one thing to the next, each shows that it has the focus, and nothing is a trap.
   */
  private void byKeyboard(String what) {
    Page page = visit.page();
    page.evaluate("window.reached = new Set(); window.unseen = [];");
    for (int i = 0; i < KEYS; i++) {
      page.keyboard().press("Tab");
      page.evaluate(
          "() => { const e = document.activeElement; if (!e || e === document.body) return;"
              + " window.reached.add(e); const s = getComputedStyle(e); const inside ="
              + " [...e.querySelectorAll('*')].some(x => getComputedStyle(x).strokeWidth !== '1px'"
              + " && x instanceof SVGElement);"
              + " if (s.outlineStyle === 'none' && s.boxShadow === 'none' && !inside)"
              + " window.unseen.push(e.outerHTML.slice(0, 120)); }");
    }
    int reachable =
        ((Number)
                page.evaluate(
                    "[...document.querySelectorAll('a[href],button,input,select,textarea,summary,"
                        + "[tabindex=\"0\"]')].filter(e => e.tabIndex >= 0 && !e.disabled &&"
                        + " e.checkVisibility({visibilityProperty: true})).length"))
            .intValue();
    int reached = ((Number) page.evaluate("window.reached.size")).intValue();
    findings
        .assertThat(reached)
        .as(what + " by keyboard, of " + reachable)
        .isGreaterThanOrEqualTo(Math.min(KEYS, reachable) * 3 / 4);
    findings
        .assertThat((List<?>) page.evaluate("window.unseen"))
        .as(what + " shows the focus")
        .isEmpty();
  }

  /** A check that can find nothing would please everybody. */
  @Test
  void findsWhatIsWrong() {
    visit.open("/");
    visit
        .page()
        .evaluate(
            "document.querySelector('main').insertAdjacentHTML('beforeend',"
                + " '<img src=\"/favicon.svg\"><button class=\"plain\"></button>')");
    AxeResults results = new AxeBuilder(visit.page()).withTags(RULES).analyze();
    assertThat(results.getViolations())
        .extracting(rule -> rule.getId())
        .contains("image-alt", "button-name");
    assertThat(results.getPasses()).extracting(rule -> rule.getId()).contains("target-size");
  }
}
