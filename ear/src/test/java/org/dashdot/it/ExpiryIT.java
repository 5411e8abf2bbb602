package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A pushed alert that is not repeated is over only when its source is known to live. */
@Tag("once")
@Execution(ExecutionMode.CONCURRENT)
class ExpiryIT {

  private static final String HEARTBEAT_LOST = "PT15S";

  @TempDir Path folder;

  private Rest rest;

  @Test
  void endsOnlyWhileTheSourceLivesAndIsUnconfirmedOtherwise() {
    try (RunningServer server =
        RunningServer.of("expiry")
            .env(
                "DASHDOT_SETTINGS",
                ShortSettings.with(folder, "source.heartbeat-lost=" + HEARTBEAT_LOST))
            .start()) {
      rest = new Rest(server);
      ofASourceThatNeverSaidThatItLives();
      ofASourceThatLives();
      ofASourceThatDied();
      untilItLivesAgain();
    }
  }

  private void ofASourceThatNeverSaidThatItLives() {
    assertThat(rest.liveness("prometheus")).isEqualTo("new");
    rest.fire(ending("Unknown", 3));
    int number = rest.awaitTicket("Unknown");
    assertThat(rest.liveness("prometheus")).isEqualTo("unknown");
    Rest.eventually().until(() -> rest.unconfirmed(number));
    assertThat(rest.status(number)).isEqualTo("OPEN");
    assertThat(rest.blind()).containsExactly("1 ticket is unconfirmed: it may burn or be over");
    assertThat(rest.tickets("is silent")).isEmpty();
  }

  private void ofASourceThatLives() {
    heartbeat();
    assertThat(rest.liveness("prometheus")).isEqualTo("alive");
    rest.fire(ending("Passing", 3));
    int number = rest.awaitTicket("Passing");
    Rest.eventually()
        .until(
            () -> {
              heartbeat();
              return !rest.burns(number);
            });
    assertThat(rest.timeline(number)).contains("CLEARED").doesNotContain("UNCONFIRMED");
  }

  private void ofASourceThatDied() {
    heartbeat();
    rest.fire(ending("Left", 40));
    int number = rest.awaitTicket("Left");
    int silence = rest.awaitTicket("prometheus is silent");
    assertThat(rest.<String>of(silence, "priority")).isEqualTo("P1");
    assertThat(rest.unconfirmed(number)).isTrue();
    assertThat(rest.status(number)).isEqualTo("OPEN");
    assertThat(rest.liveness("prometheus")).isEqualTo("silent");
    assertThat(rest.blind()).anyMatch(reason -> reason.startsWith("prometheus is silent"));
  }

  private void untilItLivesAgain() {
    int number = rest.tickets("Left").get(0);
    int silence = rest.tickets("prometheus is silent").get(0);
    heartbeat();
    rest.fire(ending("Left", 3600));
    assertThat(rest.unconfirmed(number)).isFalse();
    assertThat(rest.tickets("Left")).containsExactly(number);
    Rest.eventually()
        .until(
            () -> {
              heartbeat();
              return !rest.burns(silence);
            });
    assertThat(rest.status(number)).isEqualTo("OPEN");
  }

  private void heartbeat() {
    rest.fire(
        Map.of(
            "labels", Map.of("alertname", "Watchdog"),
            "endsAt", Instant.now().plusSeconds(240).toString()));
  }

  private static Map<String, Object> ending(String name, int seconds) {
    Map<String, Object> alert = new HashMap<>(Rest.alert(name, "web-1", "critical"));
    alert.put("endsAt", Instant.now().plusSeconds(seconds).toString());
    return alert;
  }
}
