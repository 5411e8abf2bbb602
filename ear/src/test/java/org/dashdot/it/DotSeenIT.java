package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The dot on a phone, on paper and beside the dash. */
@Tag("once")
class DotSeenIT {

  private static final String LABEL = ".cell.named[data-cell='system:seen-1'] .label";

  @RegisterExtension final Visit visit = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  @BeforeEach
  void burn() {
    rest.fire(Rest.alert("Seen", "seen-1", "critical"));
    rest.fire(Rest.alert("Seen", "seen-2", "critical"));
  }

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    rest.fire(Rest.over("Seen", "seen-1", "critical"));
    rest.fire(Rest.over("Seen", "seen-2", "critical"));
  }

  private Page dot(int width, int height) {
    visit.page().setViewportSize(width, height);
    visit.open("/");
    visit.logIn();
    visit.page().locator(".cell.p2[data-cell='system:seen-1']").waitFor();
    return visit.page();
  }

  private String style(String selector, String property) {
    return (String)
        visit
            .page()
            .locator(selector)
            .first()
            .evaluate("(e, property) => getComputedStyle(e)[property]", property);
  }

  @Test
  void onAPhoneMostOfTheScreenIsTheDot() {
    Page page = dot(320, 640);
    page.locator("[data-calls]").waitFor();
    visit.shot("dot-phone");
    assertThat(page.locator("main.disc").boundingBox().y).isLessThanOrEqualTo(120);
    page.locator(".menu summary").click();
    page.locator(".sheet-of-links a[href$='/tickets']").click();
    page.waitForURL("**/tickets");
  }

  @Test
  void onPaperItIsDarkOnWhiteAndWhatCanBePressedIsLeftOut() {
    Page page = dot(1280, 800);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    visit.shot("dot-paper");
    assertThat(style(LABEL + " text", "fill")).isEqualTo("rgb(0, 0, 0)");
    assertThat(style(LABEL + " rect", "fill")).isEqualTo("rgb(255, 255, 255)");
    assertThat(style(".hour", "fill")).isEqualTo("rgb(0, 0, 0)");
    assertThat(style(".core .glyph", "color")).isEqualTo(style(".core .word", "fill"));
    assertThat(page.locator(".bar").isVisible()).isFalse();
    visit.open("/tickets");
    visit.shot("tickets-paper");
    assertThat(style("body", "color")).isEqualTo("rgb(0, 0, 0)");
    assertThat(style("body", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
    assertThat(page.locator(".btn:visible").count()).isZero();
  }

  @Test
  void besideTheDashTheDotIsSeenAndLeadsToTheFirstPage() {
    Page page = dot(1280, 800);
    visit.open("/dash");
    page.locator("a.window svg.dot").waitFor();
    visit.shot("dash-window");
    assertThat(page.locator("a.window svg.dot a[href]").count()).isZero();
    assertThat(
            new AxeBuilder(page)
                .include("a.window")
                .withTags(List.of("wcag2a", "wcag2aa"))
                .analyze()
                .getViolations())
        .isEmpty();
    page.setViewportSize(980, 800);
    assertThat(page.locator("a.window").isVisible()).isFalse();
    page.setViewportSize(1280, 800);
    page.locator("a.window").click();
    page.locator("main.disc").waitFor();
  }

  @Test
  void fromMoteToMoteOneWalksWithArrowsAndTabGoesOn() {
    Page page = dot(1280, 800);
    assertThat(page.locator(".mote[tabindex='0']").count()).isOne();
    page.locator(".mote").first().focus();
    page.keyboard().press("ArrowRight");
    assertThat((Boolean) page.evaluate("document.activeElement.matches('.mote[tabindex=\"-1\"]')"))
        .isTrue();
    page.keyboard().press("Tab");
    assertThat((Boolean) page.evaluate("document.activeElement.matches('.mote')")).isFalse();
  }
}
