package org.dashdot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dashdot.notification.StuckOutbox;
import org.dashdot.shared.OutsideWatch;
import org.dashdot.ticket.Dot;
import org.dashdot.ticket.DotReader;
import org.dashdot.ticket.EngineHealth;
import org.junit.jupiter.api.Test;

/** Whoever listens outside raises the alarm by our silence. */
class HeartbeatTest {

  private final Heartbeat heartbeat = new Heartbeat();
  private int beats;
  private long overdue;
  private long stuck;

  HeartbeatTest() {
    heartbeat.watch =
        new OutsideWatch() {
          @Override
          public boolean expects() {
            return true;
          }

          @Override
          public void alive() {
            beats++;
          }
        };
    heartbeat.engine =
        new EngineHealth() {
          @Override
          public List<FailedJob> failedJobs(int most) {
            return List.of();
          }

          @Override
          public long overdueJobs() {
            return overdue;
          }
        };
    heartbeat.dot =
        new DotReader() {
          @Override
          public Dot now() {
            return null;
          }
        };
    heartbeat.outbox =
        new StuckOutbox() {
          @Override
          public long stuck() {
            return stuck;
          }
        };
  }

  @Test
  void itIsSilentWhileTimersDoNotFireOrMessagesDoNotLeave() {
    heartbeat.beat();
    assertThat(beats).isEqualTo(1);
    overdue = 1;
    heartbeat.beat();
    overdue = 0;
    stuck = 1;
    heartbeat.beat();
    assertThat(beats).as("silent twice").isEqualTo(1);
    stuck = 0;
    heartbeat.beat();
    assertThat(beats).isEqualTo(2);
  }
}
