package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While it stops and starts, a push is taken for good or visibly not at all. */
@Tag("once")
class DoorsIT {

  @Test
  void whatIsPushedWhileItStopsAndStartsIsTakenForGoodOrCanBeTriedAgain() {
    try (RunningServer server = RunningServer.of("doors").start();
        Pusher pusher = new Pusher(server, "Doors")) {
      pusher.start();
      Rest.eventually().until(() -> pusher.accepted() >= 20);
      Instant stopping = Instant.now();
      assertThat(server.stop()).isZero();
      Instant stopped = Instant.now();
      server.start();
      int before = pusher.accepted();
      Rest.eventually().until(() -> pusher.accepted() >= before + 20);
      pusher.stop();

      // In the milliseconds between its web host and its process ending WildFly itself answers 404.
      assertThat(pusher.refusals())
          .as("answers that make a sender give up")
          .allSatisfy(
              refusal -> {
                assertThat(refusal.status()).isEqualTo(404);
                assertThat(refusal.at()).isBetween(stopping, stopped);
              });
      assertThat(pusher.statuses()).isSubsetOf(200, 404, 503, Pusher.NONE);
      Rest rest = new Rest(server);
      assertThat(rest.countByTitle("Doors").keySet()).containsAll(pusher.acceptedNames());
      pusher.retry();
      assertThat(pusher.statuses()).containsExactly(200);
      assertThat(rest.countByTitle("Doors")).isEqualTo(pusher.allOnce());
    }
  }
}
