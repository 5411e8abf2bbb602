package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dot's rule, as a table. */
class DotTest {

  @ParameterizedTest(name = "high {0}, unassigned {1}, overdue {2}, waiting {3} → {4}")
  @CsvSource({
    "0, 0, 0, 0, GREEN",
    "0, 0, 0, 9, GREEN",
    "0, 0, 0, 10, DOTS",
    "0, 1, 0, 0, DOTS",
    "0, 0, 1, 0, DOTS",
    "1, 0, 0, 0, DOTS",
    "2, 0, 0, 0, RED",
    "7, 3, 2, 50, RED"
  })
  void look(int high, int unassigned, int overdue, int waiting, Dot.Look expected) {
    assertThat(Dot.look(new Dot.Counts(high, 20, unassigned, overdue, waiting), 10))
        .isEqualTo(expected);
  }
}
