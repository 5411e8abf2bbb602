package org.dashdot.bpmn.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;

class EngineTest {

  @Test
  void ticketsRunByTheProductsOwnVersionAlsoWhenAnotherIsDeployedUnderItsKey() {
    ProcessEngine built = EngineUnderTest.build();
    Engine first = new Engine();
    first.start(built);
    String own = first.lifecycleId();

    EngineUnderTest.deploy(built, "ticket-lifecycle", "<userTask id='task' name='Mine'/>");
    Engine afterRestart = new Engine();
    afterRestart.start(built);

    assertThat(afterRestart.lifecycleId()).isEqualTo(own);
    assertThat(
            built
                .getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("ticket-lifecycle")
                .latestVersion()
                .singleResult()
                .getId())
        .isNotEqualTo(own);
    built.close();
  }

  @Test
  void unchangedModelsAreDeployedOnce() {
    ProcessEngine built = EngineUnderTest.build();
    new Engine().start(built);
    new Engine().start(built);

    assertThat(built.getRepositoryService().createDeploymentQuery().count()).isEqualTo(1);
    built.close();
  }

  @Test
  void refusesBeforeItIsStarted() {
    assertThatIllegalStateException().isThrownBy(() -> new Engine().get());
  }
}
