package org.dashdot.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name     | {'metric': 'm', 'raise': 1, 'summary': 's'}",
        "name     | {'name': 'a b', 'metric': 'm', 'raise': 1, 'summary': 's'}",
        "metric   | {'name': 'N', 'raise': 1, 'summary': 's'}",
        "metric   | {'name': 'N', 'metric': 'm', 'pattern': 'p', 'raise': 1, 'summary': 's'}",
        "raise    | {'name': 'N', 'metric': 'm', 'summary': 's'}",
        "raise    | {'name': 'N', 'metric': 'm', 'raise': '90', 'summary': 's'}",
        "clear    | {'name': 'N', 'metric': 'm', 'raise': 1, 'clear': 2, 'summary': 's'}",
        "clear    | {'name': 'N', 'metric': 'm', 'worse': 'below', 'raise': 2, 'clear': 1, 'summary': 's'}",
        "worse    | {'name': 'N', 'metric': 'm', 'worse': 'more', 'raise': 2, 'summary': 's'}",
        "for      | {'name': 'N', 'metric': 'm', 'raise': 2, 'for': '5m', 'summary': 's'}",
        "for      | {'name': 'N', 'metric': 'm', 'raise': 2, 'for': 'PT-5M', 'summary': 's'}",
        "counter  | {'name': 'N', 'metric': 'm', 'raise': 2, 'counter': 'yes', 'summary': 's'}",
        "absent   | {'name': 'N', 'metric': 'm', 'raise': 2, 'absent': 'PT5M', 'summary': 's'}",
        "by       | {'name': 'N', 'metric': 'm', 'raise': 2, 'by': ['host'], 'summary': 's'}",
        "by       | {'name': 'N', 'pattern': 'm', 'by': 'host', 'summary': 's'}",
        "pattern  | {'name': 'N', 'pattern': '(', 'summary': 's'}",
        "over     | {'name': 'N', 'pattern': 'p', 'over': '[', 'summary': 's'}",
        "where.a  | {'name': 'N', 'pattern': 'p', 'where': {'a': '*'}, 'summary': 's'}",
        "facility | {'name': 'N', 'pattern': 'p', 'facility': 24, 'summary': 's'}",
        "times    | {'name': 'N', 'pattern': 'p', 'times': 0, 'summary': 's'}",
        "times    | {'name': 'N', 'pattern': 'p', 'times': 1.5, 'summary': 's'}",
        "severity | {'name': 'N', 'pattern': 'p', 'severity': 'page', 'summary': 's'}",
        "summary  | {'name': 'N', 'pattern': 'p'}",
        "labels.a | {'name': 'N', 'pattern': 'p', 'summary': 's', 'labels': {'a': 1}}",
        "runbook  | {'name': 'N', 'pattern': 'p', 'summary': 's', 'runbook': 'javascript:x'}",
        "treshold | {'name': 'N', 'pattern': 'p', 'summary': 's', 'treshold': 1}",
      })
  void whatIsWrongIsNamed(String member, String text) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> CheckText.read(Bench.json(text)))
        .satisfies(wrong -> assertThat(wrong.field()).isEqualTo(member))
        .withMessageContaining(member);
  }

  @Test
  void whatIsNotSaidHasADefault() {
    Check check =
        CheckText.read(Bench.json("{'name': 'N', 'metric': 'm', 'raise': 9, 'summary': 's'}"));
    assertThat(check.severity()).isEqualTo(Severity.WARNING);
    assertThat(check.metric())
        .isEqualTo(new MetricCondition("m", true, 9, 9, Duration.ZERO, false, null));
    assertThat(check.scope().concerns("anything")).isTrue();
  }

  /** A pattern that would take a backtracking engine for ever. */
  @Test
  void aPatternTakesTimeInProportionToTheLine() {
    Bench bench = Bench.with("{'name': 'N', 'pattern': '(a+)+b', 'summary': 's'}");
    assertThat(bench.kernel(0, "a".repeat(20_000))).isEmpty();
  }
}
