package org.dashdot.bpmn.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second lock behind the check at deployment: what slips in still cannot run code. */
class DeployedModelsTest {

  private static final ProcessEngine ENGINE = EngineUnderTest.build();

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass().forName('java.lang.Runtime')}",
        "${text.getClass()}",
        "${text.class.name}",
        "${execution.getProcessEngineServices()}",
        "${execution.processEngine}",
        "${Runtime}",
        "${System.exit(1)}",
        "${startup}",
      })
  void expressionsReachNoClassAndNoServiceOfTheEngine(String expression) {
    EngineUnderTest.deploy(
        ENGINE,
        "reach",
        "<serviceTask id='task' name='Reach' camunda:expression=\"" + expression + "\"/>");

    assertThatThrownBy(
            () ->
                ENGINE.getRuntimeService().startProcessInstanceByKey("reach", Map.of("text", "x")))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining(expression.substring(0, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "camunda:type='shell'><extensionElements><camunda:field name='command' stringValue='id'/>"
            + "</extensionElements></serviceTask>",
        "camunda:type='mail'><extensionElements><camunda:field name='to' stringValue='a@b.c'/>"
            + "</extensionElements></serviceTask>",
        "camunda:class='org.dashdot.bpmn.engine.NoScripts'/>",
      })
  void shellsMailsAndClassesDoNotRun(String rest) {
    assertThatThrownBy(
            () ->
                EngineUnderTest.deploy(
                    ENGINE, "shell", "<serviceTask id='task' name='Shell' " + rest))
        .isInstanceOf(ProcessEngineException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<timerEventDefinition><timeCycle>R/PT1S</timeCycle></timerEventDefinition>",
        "<messageEventDefinition messageRef='m'/>",
        "<signalEventDefinition signalRef='s'/>",
        "<conditionalEventDefinition><condition>${true}</condition></conditionalEventDefinition>",
      })
  void nothingStartsByItself(String trigger) {
    String model =
        EngineUnderTest.model("eager", "<userTask id='task' name='Task'/>")
            .replace("<startEvent id=\"start\"/>", "<startEvent id='start'>%s</startEvent>")
            .replace("<process ", "<message id='m' name='M'/><signal id='s' name='S'/><process ")
            .formatted(trigger);
    assertThatThrownBy(
            () ->
                ENGINE
                    .getRepositoryService()
                    .createDeployment()
                    .addString("eager.bpmn", model)
                    .deploy())
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("may not start by itself");
  }

  @Test
  void eventSubProcessesOfARunningProcessAreTaken() {
    assertThatCode(
            () ->
                EngineUnderTest.deploy(
                    ENGINE,
                    "waiting",
                    "<userTask id='task' name='Task'/><subProcess id='late'"
                        + " triggeredByEvent='true'><startEvent id='when'><timerEventDefinition>"
                        + "<timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent>"
                        + "</subProcess>"))
        .doesNotThrowAnyException();
  }

  @Test
  void scriptsDoNotRun() {
    EngineUnderTest.deploy(
        ENGINE,
        "script",
        "<scriptTask id='task' name='Script' scriptFormat='groovy'><script>1 + 1</script>"
            + "</scriptTask>");

    assertThatThrownBy(() -> ENGINE.getRuntimeService().startProcessInstanceByKey("script"))
        .hasMessageContaining("Scripts are off");
  }
}
