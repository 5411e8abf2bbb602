package org.dashdot.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.dashdot.bpmn.activity.ScriptedTicket;
import org.dashdot.bpmn.adapter.EngineDecisionTables;
import org.dashdot.bpmn.adapter.TestEngines;
import org.dashdot.bpmn.engine.EngineSettings;
import org.dashdot.ticket.DecisionTables.Facts;
import org.dashdot.ticket.Priority;
import org.dashdot.ticket.WorkItems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped tables, row by row of the behaviour's defaults. */
class DecisionTablesTest {

  private static ProcessEngine engine;
  private static EngineDecisionTables tables;

  @BeforeAll
  static void build() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    EngineSettings.apply(configuration, new ScriptedTicket()::bean, new WorkItems());
    engine = configuration.buildProcessEngine();
    tables = TestEngines.tables(engine);
  }

  @AfterAll
  static void close() {
    engine.close();
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
  void priority(String severity, String environment, String tier, String label, Priority expected) {
    assertThat(tables.prioritise(new Facts(severity, environment, tier, label, "")))
        .isEqualTo(expected);
  }

  @Test
  void theLabelNamesTheTeamAndOtherwiseItIsEveryones() {
    assertThat(tables.route(new Facts("warning", "", "", "", "payments"))).isEqualTo("payments");
    assertThat(tables.route(new Facts("warning", "", "", "", ""))).isEqualTo("everyone");
  }
}
