package org.dashdot.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Sample;
import org.junit.jupiter.api.Test;

class ObservedTextTest {

  @Test
  void whatIsWrittenIsReadAgain() {
    Observed one =
        new Observed(
            Bench.at(3),
            List.of(
                new Sample("a.b", Labels.of(Map.of("host", "ü\"x")), -1.5e-9, Bench.at(1)),
                new Sample("c", Labels.of(Map.of()), 1e300, Bench.at(2))),
            List.of(
                new LogLine(
                    "id", Bench.at(2), "", "kernel", 3, 0, "a\tb\n\"c\"", Labels.of(Map.of()))));
    Observed two = new Observed(Bench.at(4), List.of(), List.of());
    assertThat(ObservedText.read(ObservedText.write(List.of(one, two)))).containsExactly(one, two);
  }
}
