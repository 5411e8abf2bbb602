package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final String LONG_NAME = "NobodyNamesAnAlertLikeThis".repeat(8).substring(0, 200);

  private static final String HOST = "web-30";
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
    List.of("OpenPage", LONG_NAME).forEach(name -> rest.fire(Rest.over(name, HOST, "critical")));
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
    pages().forEach((name, path) -> visitAndCheck(name, path, looking));
    findings.assertAll();
  }

  private Map<String, String> pages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("dash", "/dash");
    pages.put("tickets", "/tickets");
    pages.put("tickets-none", "/tickets?q=there-is-no-such-ticket");
    pages.put("search", "/search?q=openpage");
    pages.put("search-none", "/search?q=there-is-no-such-thing");
    pages.put("search-people", "/search?q=admin");
    pages.put("ticket-open", "/tickets/" + burning("OpenPage"));
    pages.put("research", "/tickets/" + burning("OpenPage") + "/research");
    pages.put("cell", "/cell?of=system:" + HOST);
    pages.put("wall", "/wall");
    pages.put("skins", "/admin/skins");
    pages.put("ticket-long", "/tickets/" + burning(LONG_NAME));
    pages.put("ticket-set-up", "/tickets/1");
    pages.put("ticket-review", "/tickets/" + inReview());
    pages.put("ticket-closed", "/tickets/" + closed());
    pages.put("new-ticket", "/new-ticket");
    pages.put("duty", "/duty");
    pages.put("duty-rotation", "/duty/rotation?id=" + rotation());
    pages.put("duty-rotation-new", "/duty/rotation");
    pages.put("duty-layer", "/duty/layer?rotation=" + rotation());
    pages.put("policies", "/duty/policies");
    pages.put("policy", "/duty/policy");
    pages.put("duty-changes", changes());
    pages.put("duty-away", away());
    pages.put("duty-quality", "/duty/quality");
    pages.put("duty-handover", "/duty/handover");
    pages.put("silences", silences());
    pages.put("checks", "/checks");
    pages.put("check", "/checks/check?name=NetworkLinkDown");
    pages.put("topology", "/topology");
    pages.put("tables", "/tables");
    pages.put("table", "/tables/table?name=ticket-priority");
    pages.put("check-new", "/checks/check");
    pages.put("sources", "/sources");
    pages.put("source", source());
    pages.put("connect", "/sources/connect");
    pages.put("account", "/account");
    pages.put("contacts", "/account/contacts");
    pages.put("templates", "/admin/templates");
    pages.put("template-sms", "/admin/templates?part=sms");
    pages.put("people", "/admin/people");
    pages.put("person", "/admin/people?id=1");
    pages.put("teams", "/admin/teams");
    pages.put("team", "/admin/teams?id=1");
    pages.put("tokens", "/admin/tokens");
    pages.put("audit", "/admin/audit");
    pages.put("error", "/error?status=404");
    pages.put("error-unexpected", "/error?id=00000000-0000-4000-8000-000000000000");
    return pages;
  }

  private int rotation() {
    return rest.admin()
        .get("/api/v1/duty")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.team == 'everyone' }.rotation");
  }

  /** Somebody takes over tomorrow. */
  private String changes() {
    int rotation = rotation();
    rest.admin()
        .body(
            Map.of(
                "rotation",
                rotation,
                "from",
                Instant.now().plusSeconds(86_400).toString(),
                "until",
                Instant.now().plusSeconds(90_000).toString(),
                "reason",
                LONG_NAME))
        .post("/api/v1/duty/overrides")
        .then()
        .statusCode(201);
    return "/duty/changes?rotation=" + rotation;
  }

  /** Far ahead, so that no gap is a ticket. */
  private String away() {
    rest.admin()
        .body(
            Map.of(
                "from", Instant.now().plusSeconds(20 * 86_400).toString(),
                "until", Instant.now().plusSeconds(21 * 86_400).toString(),
                "reason", LONG_NAME))
        .post("/api/v1/duty/absences")
        .then()
        .statusCode(201);
    return "/duty/away";
  }

  /** One that sent what could not be read. */
  private String source() {
    rest.push()
        .body(List.of(Map.of("labels", Map.of()), LONG_NAME))
        .post("/api/v2/alerts")
        .then()
        .statusCode(400);
    return "/sources/source?name=prometheus";
  }

  /** One holds, one has ended, and a ticket's page sent the person. */
  private String silences() {
    for (String name : List.of("Held", "Ended")) {
      String id =
          rest.admin()
              .body(
                  Map.of(
                      "matchers", "alertname=\"" + name + "\", host=~\"" + LONG_NAME + ".*\"",
                      "reason", name + " for a while, since " + LONG_NAME,
                      "endsAt", Instant.now().plusSeconds(3600).toString()))
              .post("/api/v1/silences")
              .then()
              .statusCode(201)
              .extract()
              .path("id");
      if (name.equals("Ended")) {
        rest.admin().delete("/api/v1/silences/{id}", id).then().statusCode(204);
      }
    }
    return "/silences?matchers=alertname%3D%22A%22";
  }

  private void visitAndCheck(String name, String path, Looking looking) {
    findings.assertThat(visit.open(path)).as(name).isEqualTo(200);
    findings.assertThat(visit.page().url()).as("no detour to the error page").endsWith(path);
    if (name.startsWith("ticket-")) {
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

  private int burning(String name) {
    rest.fire(Rest.alert(name, HOST, "critical"));
    return rest.tickets(name).get(0);
  }

  private int inReview() {
    int number = burning("ReviewPage");
    rest.admin()
        .body(Map.of("cause", "known", "action", "restarted"))
        .post("/api/v1/tickets/{n}/resolve", number);
    rest.fire(Rest.over("ReviewPage", HOST, "critical"));
    Rest.eventually().until(() -> rest.status(number).equals("RESOLVED"));
    return number;
  }

  private int closed() {
    rest.fire(Rest.alert("ClosedPage", "web-31", "info"));
    int number = rest.tickets("ClosedPage").get(0);
    rest.admin()
        .body(Map.of("why", "test", "reason", "made for a look at its page"))
        .post("/api/v1/tickets/{n}/dismiss", number);
    Rest.eventually().until(() -> rest.status(number).equals("CLOSED"));
    return number;
  }
}
