package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;

import org.dashdot.database.DatabaseUnderTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a source said years ago is found at once. */
class RawPayloadQueriesTest {

  @ParameterizedTest
  @MethodSource("org.dashdot.database.DatabaseUnderTest#bothLarge")
  void payloadsOfAFingerprintWalkAnIndex(DatabaseUnderTest database) {
    RawPayloads payloads = new RawPayloads();
    assertThat(
            database.scansOf(
                em -> {
                  payloads.em = em;
                  payloads.of("f59900", 5);
                }))
        .isEmpty();
  }
}
