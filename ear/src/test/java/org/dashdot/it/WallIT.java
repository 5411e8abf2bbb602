package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A screen on a wall, which nobody touches for months and everybody reads from across the room. */
@Tag("once")
class WallIT {

  /** What is drawn, in pixels of the screen: all words of the picture and of its corners. */
  private static final String SMALLEST =
      "() => { const disc = document.querySelector('svg.dot'); const scale ="
          + " disc.getScreenCTM().a; const words = [...disc.querySelectorAll('text')].map(e =>"
          + " parseFloat(getComputedStyle(e).fontSize) * scale); const corners ="
          + " [...document.querySelectorAll('.corners > *')].filter(e => !e.hidden).map(e =>"
          + " parseFloat(getComputedStyle(e).fontSize)); return Math.min(...words, ...corners); }";

  private static final String TAGS =
      "() => Promise.all(['/app/app.js', '/app/dash-dot.css'].map(file => fetch(file, {method:"
          + " 'HEAD'}).then(answer => answer.headers.get('ETag'))))";

  @RegisterExtension final Visit visit = Visit.shared();
  @RegisterExtension final Visit wall = Visit.shared();

  private final Rest rest = new Rest(RunningServer.shared());

  /** The dot is shared: what burns here would be seen by the next test. */
  @AfterEach
  void putOut() {
    List.of("wall-1", "wall-2", "wall-3")
        .forEach(host -> rest.fire(Rest.over("Walled", host, "critical")));
  }

  private void burn(String host) {
    rest.fire(Rest.alert("Walled", host, "critical"));
  }

  @Test
  void aWallShowsTheDotWithoutALoginUntilItsLinkIsRevoked() {
    burn("wall-1");
    burn("wall-2");
    String link = link();
    wall.foresees("401");
    wall.page().setViewportSize(1920, 1080);
    wall.page().navigate(link);
    assertThat(wall.page().url()).endsWith("/wall");
    wall.discSays("dash");
    assertThat(wall.page().locator("svg.dot a[href]").count()).isZero();
    wall.shot("wall");
    assertThat(((Number) wall.page().evaluate(SMALLEST)).doubleValue()).isGreaterThanOrEqualTo(26);
    assertThat((List<?>) wall.page().evaluate(TAGS)).hasSize(2).doesNotContainNull();
    assertThat(wall.open("/tickets")).isEqualTo(200);
    assertThat(wall.page().locator("#username").isVisible()).isTrue();
    String url = RunningServer.shared().url();
    assertThat(wall.page().request().get(url + "/api/v1/tickets").status()).isEqualTo(401);
    wall.open("/wall");
    wall.discSays("dash");
    revoke();
    wall.discSays("no news");
    visit.open("/");
    burn("wall-3");
    visit.page().locator(".cell.p2[data-cell='system:wall-3']").waitFor();
    wall.discSays("no news");
    assertThat(wall.page().locator("[data-cell='system:wall-3']").count()).isZero();
    wall.page().navigate(link);
    wall.page().getByText("This wall link was revoked").waitFor();
  }

  private String link() {
    visit.logInAt("/admin/tokens");
    visit.page().fill("[id='wall:wallName']", "lobby");
    button("Make the link").click();
    return visit
        .page()
        .locator("#wall-link")
        .textContent()
        .replaceFirst("^https?://[^/]+", RunningServer.shared().url());
  }

  private void revoke() {
    button("Revoke lobby").click();
  }

  private Locator button(String name) {
    return visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
