package org.dashdot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dashdot.imperfection.Imperfection;
import org.dashdot.imperfection.Imperfections;
import org.dashdot.shared.SelfReport;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Fingerprint;
import org.dashdot.signal.Labels;
import org.dashdot.signal.Signal;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceState;
import org.dashdot.signal.SourceStates;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.EngineHealth;
import org.dashdot.ticket.TicketClearing;
import org.junit.jupiter.api.Test;

/**
 * What a missing repeat means, by the times of a Prometheus: it repeats an alert and its Watchdog
 * each minute, and says that an alert ends four minutes after its last repeat.
 */
class ExpirerTest {

  private static final Instant LAST = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant END = LAST.plus(Duration.ofMinutes(4));

  private final Imperfection imperfection =
      new Imperfection(
          new Fingerprint("print"),
          1L,
          new Signal(
              Signal.State.FIRING,
              Labels.of(Map.of("alertname", "A")),
              Labels.of(Map.of()),
              LAST,
              END,
              null,
              null,
              "{}"),
          LAST,
          END);
  private final List<String> heard = new ArrayList<>();

  private Imperfection.State whenTheLastHeartbeatCame(Instant heartbeat) {
    Expirer expirer = new Expirer();
    expirer.clock = Clock.fixed(END.plusSeconds(1), ZoneOffset.UTC);
    expirer.settings = Settings.shipped();
    expirer.imperfections =
        new Imperfections() {
          @Override
          public List<Imperfection> expired(Instant now, int most) {
            return List.of(imperfection);
          }
        };
    expirer.sources =
        new Sources() {
          @Override
          public SourceState state(Long sourceId) {
            return SourceStates.pushing(heartbeat);
          }
        };
    expirer.tickets =
        new TicketClearing() {
          @Override
          public void cleared(Collection<Imperfection> imperfections) {
            heard.add("cleared");
          }

          @Override
          public void doubted(Collection<Imperfection> imperfections) {
            heard.add("doubted");
          }
        };
    expirer.expire();
    return imperfection.state();
  }

  @Test
  void aSourceThatLivedOnAndDidNotRepeatItSaysThatItIsOver() {
    assertThat(whenTheLastHeartbeatCame(END.minusSeconds(20)))
        .isEqualTo(Imperfection.State.CLEARED);
    assertThat(heard).containsExactly("cleared");
  }

  @Test
  void aHeartbeatThatCameWithTheLastRepeatProvesNothing() {
    assertThat(whenTheLastHeartbeatCame(LAST.plusSeconds(30)))
        .isEqualTo(Imperfection.State.UNCONFIRMED);
    assertThat(heard).containsExactly("doubted");
  }

  @Test
  void aSourceWithoutHeartbeatLeavesItOpen() {
    assertThat(whenTheLastHeartbeatCame(null)).isEqualTo(Imperfection.State.UNCONFIRMED);
    assertThat(heard).containsExactly("doubted");
    assertThat(imperfection.clearedAt()).isNull();
  }

  @Test
  void whatNeverExpiresIsNeverDueForARepeat() {
    Imperfection lasting =
        new Imperfection(
            Fingerprint.of(Labels.of(Map.of("alertname", "B")), Set.of()),
            1L,
            new Signal(
                Signal.State.FIRING,
                Labels.of(Map.of("alertname", "B")),
                Labels.of(Map.of()),
                LAST,
                null,
                null,
                null,
                "{}"),
            LAST,
            null);
    assertThat(lasting.repeatDue()).isNull();
  }

  private List<String> silentWhenListeningSince(Instant since) {
    List<String> silent = new ArrayList<>();
    Expirer expirer = new Expirer();
    expirer.clock = Clock.fixed(END, ZoneOffset.UTC);
    expirer.settings = Settings.shipped();
    expirer.imperfections =
        new Imperfections() {
          @Override
          public List<Imperfection> burningOf(Long sourceId) {
            return List.of();
          }
        };
    expirer.sources =
        new Sources() {
          @Override
          public List<Row> all() {
            return List.of(
                new Row(
                    SourceStates.pushingSource("prometheus"),
                    SourceStates.pushing(END.minus(Duration.ofHours(1)))));
          }

          @Override
          public void silent(Long sourceId, String why) {
            silent.add(why);
          }
        };
    expirer.selfReport = new Told();
    expirer.listenForHeartbeats(since);
    return silent;
  }

  @Test
  void heartbeatsFromBeforeAStopAreNotMissedBeforeTheyCouldCome() {
    assertThat(silentWhenListeningSince(END.minus(Duration.ofMinutes(4)))).isEmpty();
    assertThat(silentWhenListeningSince(Instant.MAX)).isEmpty();
    assertThat(silentWhenListeningSince(END.minus(Duration.ofMinutes(6)))).hasSize(1);
  }

  private List<String> reportedOfSteps(int failed) {
    Told told = new Told();
    Expirer expirer = new Expirer();
    expirer.selfReport = told;
    expirer.engine =
        new EngineHealth() {
          @Override
          public List<FailedJob> failedJobs(int most) {
            return IntStream.range(0, failed)
                .mapToObj(i -> new FailedJob("7", "Still" + i, "m"))
                .toList();
          }

          @Override
          public long overdueJobs() {
            return 0;
          }
        };
    expirer.sources =
        new Sources() {
          @Override
          public Optional<Source> named(String name) {
            return Optional.of(SourceStates.pushingSource(name));
          }
        };
    expirer.imperfections =
        new Imperfections() {
          @Override
          public List<Imperfection> burningOf(Long sourceId) {
            return Stream.of("Still0", "Repaired").map(ExpirerTest.this::stepFailed).toList();
          }
        };
    expirer.reportFailedSteps();
    return told.words;
  }

  private Imperfection stepFailed(String step) {
    Labels labels = Labels.of(Map.of("alertname", "ProcessStepFailed", "subject", step));
    Signal signal =
        new Signal(Signal.State.FIRING, labels, Labels.of(Map.of()), LAST, null, null, null, "{}");
    return new Imperfection(Fingerprint.of(labels, Set.of()), 1L, signal, LAST, null);
  }

  @Test
  void aRepairedStepIsTakenBackUnlessTheListOfFailedOnesIsCut() {
    assertThat(reportedOfSteps(0)).containsExactlyInAnyOrder("mended Still0", "mended Repaired");
    assertThat(reportedOfSteps(1)).containsExactly("mended Repaired", "lacks Still0");
    assertThat(reportedOfSteps(20)).doesNotContain("mended Repaired");
  }

  private static final class Told implements SelfReport {

    private final List<String> words = new ArrayList<>();

    @Override
    public void lacks(String name, String subject, String severity, String summary) {
      words.add("lacks " + subject);
    }

    @Override
    public void lacksNow(String name, String subject, String summary) {
      words.add("lacks now " + subject);
    }

    @Override
    public Set<String> lacking(String name) {
      return Set.of();
    }

    @Override
    public void mended(String name, String subject) {
      words.add("mended " + subject);
    }
  }
}
