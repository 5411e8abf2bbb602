package org.dashdot.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.dashdot.bpmn.adapter.DmnDecisionTables;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.DecisionTables;
import org.dashdot.ticket.DecisionTables.Answer;
import org.dashdot.ticket.DecisionTables.Facts;
import org.dashdot.ticket.DecisionTables.Grid;
import org.dashdot.ticket.DecisionTables.Input;
import org.dashdot.ticket.DecisionTables.Kind;
import org.dashdot.ticket.DecisionTables.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped tables, row by row of the behaviour's defaults; and what an engineer may write. */
class DecisionTablesTest {

  private final DecisionTables tables = new DmnDecisionTables();

  private static Facts facts(
      String severity, String environment, String tier, String priority, String team) {
    return new Facts(severity, environment, tier, priority, team, Labels.of(Map.of()), 0, 1, false);
  }

  private Answer shipped(Kind kind, Facts facts) {
    return tables.ask(kind, tables.shipped(kind), facts);
  }

  @ParameterizedTest
  @CsvSource({
    "critical, '', '', '', P2",
    "critical, production, application, '', P1",
    "critical, prod, system, '', P2",
    "critical, staging, application, P1, P3",
    "warning, '', '', '', P3",
    "none, '', '', '', P3",
    "info, '', '', '', P4",
    "info, test, '', '', P4",
    "warning, '', '', P1, P1",
    "critical, '', '', P4, P4"
  })
  void priority(String severity, String environment, String tier, String label, String expected) {
    Answer answer = shipped(Kind.PRIORITY, facts(severity, environment, tier, label, ""));
    assertThat(answer.value()).isEqualTo(expected);
    assertThat(answer.rules()).hasSize(1);
  }

  @Test
  void theLabelNamesTheTeamAndOtherwiseItIsEveryones() {
    assertThat(shipped(Kind.ROUTING, facts("warning", "", "", "", "payments")))
        .isEqualTo(new Answer("payments", List.of(2)));
    assertThat(shipped(Kind.ROUTING, facts("warning", "", "", "", "")))
        .isEqualTo(new Answer("everyone", List.of(1)));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aGridThatIsWrittenIsReadAgainAndDecidesTheSame(Kind kind) {
    Grid grid = tables.read(kind, tables.shipped(kind));
    String written = tables.write(kind, grid);
    assertThat(tables.read(kind, written)).isEqualTo(grid);
    Facts facts = facts("critical", "production", "application", "", "payments");
    assertThat(tables.ask(kind, written, facts)).isEqualTo(shipped(kind, facts));
  }

  private Answer ask(String expression, String test, Facts facts) {
    Grid grid =
        new Grid(
            List.of(new Input("looks <at> & \"that\"", expression)),
            List.of(
                new Rule("a & b < c", List.of(test), "\"P1\""),
                new Rule("", List.of(""), "\"P4\"")));
    return tables.ask(Kind.PRIORITY, tables.write(Kind.PRIORITY, grid), facts);
  }

  @Test
  void everyFactCanBeLookedAt() {
    Facts night =
        new Facts(
            "warning",
            "",
            "",
            "",
            "",
            Labels.of(Map.of("service", "shop", "alertname", "Slow")),
            3,
            12,
            true);
    Facts day = new Facts("warning", "", "", "", "", Labels.of(Map.of()), 33, 1, false);
    Map.of(
            "hourOfWeek", "[0..5]",
            "members", "> 10",
            "flapping", "true",
            "get value(labels, \"service\")", "\"shop\",\"cart\"",
            "labels.service", "\"shop\"")
        .forEach(
            (expression, test) -> {
              assertThat(ask(expression, test, night)).isEqualTo(new Answer("P1", List.of(1)));
              assertThat(ask(expression, test, day)).isEqualTo(new Answer("P4", List.of(2)));
            });
  }

  @Test
  void aHostDoesNotMakeAnotherQuestionOfTheSame() {
    Answer first = shipped(Kind.PRIORITY, facts("critical", "", "", "", ""));
    Facts other =
        new Facts("critical", "", "", "", "x", Labels.of(Map.of("host", "web-7")), 9, 9, true);
    assertThat(shipped(Kind.PRIORITY, other)).isSameAs(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no xml",
        "<definitions/>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><definitions>&e;</definitions>"
      })
  void whatIsNoTableIsRefused(String document) {
    assertThatThrownBy(() -> tables.ask(Kind.PRIORITY, document, facts("warning", "", "", "", "")))
        .isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript", "groovy", "juel"})
  void onlyFeelIsAllowed(String language) {
    String document =
        tables
            .shipped(Kind.PRIORITY)
            .replace(
                "<inputExpression ", "<inputExpression expressionLanguage=\"" + language + "\" ");
    assertThatThrownBy(() -> tables.ask(Kind.PRIORITY, document, facts("warning", "", "", "", "")))
        .hasMessageContaining("Only FEEL");
  }

  @Test
  void nothingOfJavaCanBeCalled() {
    assertThatThrownBy(
            () ->
                ask(
                    "{f: function(x) external {java: {class: \"java.lang.System\","
                        + " method signature: \"getProperty(java.lang.String)\"}},"
                        + " r: f(\"user.home\")}.r",
                    "not(null)",
                    facts("warning", "", "", "", "")))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void aBrokenCellIsNamed() {
    assertThatThrownBy(() -> ask("severity", "\"open", facts("warning", "", "", "", "")))
        .isInstanceOf(InvalidInput.class);
  }
}
