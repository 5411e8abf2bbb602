package org.dashdot.imperfection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dashdot.database.DatabaseUnderTest;
import org.dashdot.signal.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Intake asks these with every delivery. */
class ImperfectionQueriesTest {

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void everyQueryWalksAnIndex(DatabaseUnderTest database) {
    Imperfections imperfections = new Imperfections();
    assertThat(
            database.scansOf(
                em -> {
                  imperfections.em = em;
                  imperfections.byFingerprint(List.of("f1", "f59900"));
                  imperfections.repeated(List.of(59_900L), Instant.now(), Instant.now(), 1);
                  imperfections.repeats(List.of("f1", "f59900"));
                  imperfections.expired(Instant.now(), 100);
                  imperfections.burningOf(1L);
                  imperfections.burningCount(1L);
                  imperfections.burningNamed(
                      List.of("HostDown", "InfoInhibitor"), Set.of(Severity.CRITICAL));
                  imperfections.burning(labels -> true);
                  imperfections.locked(List.of(1L, 59_900L));
                }))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void whatIsSuppressedIsFoundByIndexes(DatabaseUnderTest database) {
    Suppressions suppressions = new Suppressions();
    Instant now = Instant.now();
    assertThat(
            database.scansOf(
                em -> {
                  suppressions.em = em;
                  suppressions.active(now);
                  suppressions.begun(now);
                  suppressions.ended(now);
                  suppressions.holding(List.of(1L, 2L));
                  suppressions.withoutInhibitor(100);
                }))
        .isEmpty();
  }
}
