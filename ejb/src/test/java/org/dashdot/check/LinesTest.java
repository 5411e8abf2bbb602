package org.dashdot.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.dashdot.signal.Labels;
import org.dashdot.signal.LogLine;
import org.dashdot.signal.Reading;
import org.dashdot.signal.Signal;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static final String LINK =
      """
      {'name': 'LinkDown', 'pattern': '(?P<interface>eth[0-9]+): down', 'application': 'kernel',
       'over': '(?P<interface>eth[0-9]+): up', 'summary': '{{interface}} of {{host}} is down'}""";

  @Test
  void whatThePatternNamesIdentifiesTheCondition() {
    Bench bench = Bench.with(LINK);
    Signal signal = bench.kernel(0, "eth0: down, sorry").get(0);
    assertThat(signal.labels().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "alertname",
                "LinkDown",
                "severity",
                "warning",
                "host",
                "web-1",
                "interface",
                "eth0"));
    assertThat(Bench.summaries(List.of(signal))).containsExactly("eth0 of web-1 is down");
    assertThat(signal.endsAt()).as("silence alone ends nothing").isNull();
    assertThat(Bench.states(bench.kernel(1, "eth1: down"))).isEqualTo("FIRING");
    assertThat(Bench.states(bench.kernel(2, "eth0: up"))).isEqualTo("RESOLVED");
    assertThat(bench.kernel(3, "eth0: up")).isEmpty();
    assertThat(Bench.states(bench.kernel(4, "eth0: down"))).isEqualTo("FIRING");
  }

  @Test
  void onlyTheProgramTheFacilityAndTheSeverityThatItAsksForConcernIt() {
    Bench bench =
        Bench.with(
            "{'name': 'Bad', 'pattern': 'bad', 'application': 'my(sql|db)', 'facility': 3,"
                + " 'severest': 3, 'summary': 'bad'}");
    assertThat(bench.lines(0, line("1", "mysql", 3, 3, "bad"))).hasSize(1);
    assertThat(bench.lines(40, line("2", "mysqld", 3, 3, "bad"))).isEmpty();
    assertThat(bench.lines(40, line("3", "mysql", 4, 3, "bad"))).isEmpty();
    assertThat(bench.lines(40, line("4", "mysql", 3, 4, "bad"))).isEmpty();
    assertThat(bench.lines(40, line("5", "mydb", 0, 3, "very bad indeed"))).hasSize(1);
  }

  @Test
  void soManyWithinSoLongAreOne() {
    Bench bench =
        Bench.with(
            "{'name': 'Logins', 'pattern': 'Failed', 'times': 3, 'within': 'PT1M',"
                + " 'quiet': 'PT10M', 'summary': 'many'}");
    assertThat(bench.kernel(0, "Failed")).isEmpty();
    assertThat(bench.kernel(50, "Failed")).isEmpty();
    assertThat(bench.kernel(70, "Failed")).as("the first is too old").isEmpty();
    Signal signal = bench.kernel(80, "Failed").get(0);
    assertThat(signal.startsAt()).isEqualTo(Bench.at(50));
    assertThat(bench.kernel(200, "Failed")).as("one is enough while it burns").hasSize(1);
  }

  @Test
  void aLineThatIsBroughtAgainCountsOnce() {
    Bench bench = Bench.with("{'name': 'L', 'pattern': 'x', 'times': 2, 'summary': 'many'}");
    LogLine line = Bench.line("same", 0, "web-1", "kernel", "x");
    assertThat(bench.lines(0, line, line)).isEmpty();
    assertThat(bench.lines(1, line)).isEmpty();
    assertThat(bench.lines(2, Bench.line("other", 2, "web-1", "kernel", "x"))).hasSize(1);
  }

  @Test
  void aLineThatCouldNotBeStoredIsTakenWhenItIsBroughtAgain() {
    Bench bench = Bench.with(LINK);
    LogLine down = Bench.line("1", 0, "web-1", "kernel", "eth0: down");
    List<Signal> said = bench.lines(0, down);
    bench.evaluator().undo(Reading.logged(List.of(down), List.of()), said, Bench.at(1));
    assertThat(Bench.states(bench.lines(2, down))).isEqualTo("FIRING");
    LogLine up = Bench.line("2", 3, "web-1", "kernel", "eth0: up");
    said = bench.lines(3, up);
    bench.evaluator().undo(Reading.logged(List.of(up), List.of()), said, Bench.at(3));
    assertThat(Bench.states(bench.lines(4, up))).isEqualTo("RESOLVED");
  }

  @Test
  void quietEndsItOnlyWhileOthersSpeak() {
    Bench bench =
        Bench.with("{'name': 'Oom', 'pattern': 'oom', 'quiet': 'PT30M', 'summary': 'oom'}");
    bench.kernel(0, "oom");
    bench.kernel(1, "the last word before it died");
    assertThat(bench.passed(1_900)).as("nobody spoke since").isEmpty();
    bench.lines(1_905, Bench.line("x", 1_905, "web-2", "kernel", "another host"));
    assertThat(bench.passed(1_906)).as("its host did not speak since").isEmpty();
    bench.kernel(1_910, "all is well");
    assertThat(Bench.states(bench.passed(1_911))).isEqualTo("RESOLVED");
    assertThat(bench.passed(1_912)).isEmpty();
  }

  @Test
  void whatBurntBeforeAStartEndsByQuietOrByAWord() {
    Map<String, String> burning =
        Map.of(
            "alertname", "LinkDown", "severity", "warning", "host", "web-1", "interface", "eth0");
    assertThat(Bench.states(Bench.with(LINK).burning(burning).kernel(0, "eth0: up")))
        .isEqualTo("RESOLVED");
    Bench bench = Bench.with(LINK).burning(burning);
    bench.kernel(1_801, "nothing");
    assertThat(Bench.states(bench.passed(1_802))).isEqualTo("RESOLVED");
  }

  @Test
  void theLinesBeforeItAreKeptWithIt() {
    Bench bench = Bench.with(LINK);
    for (int i = 0; i < 60; i++) {
      bench.kernel(i, "line number " + i + ".");
    }
    bench.lines(61, Bench.line("elsewhere", 61, "web-2", "kernel", "of another host"));
    String raw = bench.kernel(62, "eth0: down").get(0).raw();
    assertThat(raw).contains("line number 10.").contains("line number 59.").contains("eth0: down");
    assertThat(raw).doesNotContain("line number 9.").doesNotContain("another host");
  }

  @Test
  void otherLabelsIdentifyWhereTheCheckSaysSo() {
    Bench bench =
        Bench.with("{'name': 'E', 'pattern': '.', 'by': ['application'], 'summary': 'e'}");
    Signal signal = bench.kernel(0, "anything").get(0);
    assertThat(signal.labels())
        .isEqualTo(
            Labels.of(Map.of("alertname", "E", "severity", "warning", "application", "kernel")));
  }

  private static LogLine line(
      String id, String application, int severity, int facility, String message) {
    return new LogLine(
        id, Bench.START, "web-1", application, severity, facility, message, Labels.of(Map.of()));
  }
}
