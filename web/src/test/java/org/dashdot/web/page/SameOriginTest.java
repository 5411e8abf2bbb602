package org.dashdot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // site, origin, host, page?, taken?
        "same-origin, -,                     dot:8080, false, true",
        "same-site,   http://dot:8080,       dot:8080, false, false",
        "cross-site,  https://evil.example,  dot:8080, true,  false",
        "none,        -,                     dot:8080, false, false",
        "none,        -,                     dot:8080, true,  true",
        "-,           http://dot:8080,       dot:8080, false, true",
        "-,           http://DOT:8080,       dot:8080, false, true",
        "-,           http://dot:9090,       dot:8080, false, false",
        "-,           http://evil.example,   dot:8080, true,  false",
        "-,           null,                  dot:8080, true,  false",
        "-,           http://[broken,        dot:8080, true,  false",
        "-,           http://dot:8080,       -,        true,  false",
        "-,           -,                     dot:8080, false, false",
        "-,           -,                     dot:8080, true,  true",
      })
  void onlyOurOwnPagesActByCookie(
      String site, String origin, String host, boolean page, boolean taken) {
    assertThat(SameOrigin.ours(site, origin, host, page)).isEqualTo(taken);
  }
}
