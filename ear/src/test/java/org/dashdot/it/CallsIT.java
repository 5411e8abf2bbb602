package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The portal is a channel: what waits for a person stands on every page until somebody takes it.
 */
@Tag("once")
class CallsIT {

  private static RunningServer seen;

  @TempDir Path folder;

  @RegisterExtension final Visit visit = Visit.at(() -> seen.url());

  @Test
  void aHighTicketCallsOnEveryPageUntilItIsTaken() {
    try (RunningServer server =
        RunningServer.of("calls").env("DASHDOT_SETTINGS", ShortSettings.with(folder)).start()) {
      seen = server;
      Rest rest = new Rest(server);
      visit.logInAt("/account");
      Page page = visit.page();
      Locator banner = page.locator("[data-calls]");
      assertThat(banner.isVisible()).isFalse();
      page.check("#sound");
      page.locator("html[data-sound=on]").waitFor();
      rest.fire(Rest.alert("CallsMe", "web-1", "critical"));
      int number = rest.awaitTicket("CallsMe");
      banner.waitFor();
      assertThat(banner.textContent()).contains("P2 #" + number + " CallsMe on web-1");
      visit.open("/topology");
      banner.waitFor();
      visit.shot("calls");
      banner.getByText("Mine").click();
      Rest.eventually().until(() -> rest.timeline(number).contains("ACKNOWLEDGED"));
      // Another ticket may still wait for the administrator.
      Rest.eventually()
          .until(() -> !banner.isVisible() || !banner.textContent().contains("CallsMe"));
      assertThat(rest.status(number)).isEqualTo("ACKNOWLEDGED");
    }
  }
}
