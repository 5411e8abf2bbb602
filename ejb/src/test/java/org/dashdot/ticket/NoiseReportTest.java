package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.ticket.NoiseReport.Noise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever hears too much is told of what. */
class NoiseReportTest {

  private final NoiseReport report = new NoiseReport();

  @Test
  void theNoisiestComeFirstWithWhatSpeaksAgainstThem() {
    assertThat(
            report.text(
                List.of(new Noise("DiskFull", 9, 1, 4, 2), new Noise("Slow", 3, 0, 0, 0)), 10, 80))
        .hasValue(
            "12 tickets of 2 rules within a week.\n"
                + "DiskFull: 9, no real problem 4, came and went 2\n"
                + "Slow: 3");
  }

  @Test
  void whenNearlyEverythingIsCriticalItIsSaid() {
    assertThat(report.text(List.of(new Noise("A", 10, 8, 0, 0)), 10, 80).orElseThrow())
        .endsWith("8 of 10 were called critical: where everything is urgent, nothing is.");
  }

  @Test
  void aQuietWeekIsNotSpokenOf() {
    assertThat(report.text(List.of(new Noise("A", 9, 9, 0, 0)), 10, 80)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void theRulesAreCountedByTheDatabase(DatabaseUnderTest database) {
    database
        .sessions()
        .inTransaction(
            em -> {
              report.em = em;
              List<Noise> rules = report.rules(Instant.EPOCH);
              assertThat(rules).hasSize(500);
              assertThat(rules).allSatisfy(r -> assertThat(r.tickets()).isPositive());
            });
  }
}
