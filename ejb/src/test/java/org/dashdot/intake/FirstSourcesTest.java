package org.dashdot.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstSourcesTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 127.0.0.1",
        "0.0.0.0, 127.0.0.1",
        "::, 127.0.0.1",
        "localhost, 127.0.0.1",
        "192.168.1.10, 192.168.1.10",
        "fd00::1, [fd00::1]",
        "[fd00::1], [fd00::1]",
        "dot.example, dot.example"
      })
  void itsOwnAddressIsOneThatItCanCall(String bind, String called) {
    assertThat(FirstSources.host(bind)).isEqualTo(called);
  }
}
