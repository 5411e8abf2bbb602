package org.dashdot.it;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The one browser of a run; its windows share nothing, so that each is a person of its own. */
final class Chromium {

  private Chromium() {}

  /** Started by the first test that asks, stopped with the JVM. */
  static Browser browser() {
    String program = Programs.find("chromium");
    return Started.browser(program);
  }

  private static final class Started {

    private static Browser browser;

    static synchronized Browser browser(String program) {
      if (browser == null) {
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        browser = playwright.chromium().launch(options(program));
      }
      return browser;
    }

    private static BrowserType.LaunchOptions options(String program) {
      return new BrowserType.LaunchOptions()
          .setExecutablePath(Path.of(program))
          .setArgs(
              List.of(
                  "--no-sandbox",
                  "--disable-gpu",
                  "--disable-quic",
                  "--no-first-run",
                  "--disable-background-networking",
                  "--disable-component-update",
                  "--disable-sync"));
    }
  }
}
