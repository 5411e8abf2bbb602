package org.dashdot.bpmn.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.ticket.LifecycleMessage;
import org.dashdot.ticket.TicketNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who hears a ticket's message, in an engine that refuses no model. */
class EngineTicketLifecycleTest {

  private static final LifecycleMessage.Kind MESSAGE = LifecycleMessage.Kind.FALSE_POSITIVE;

  private final ProcessEngine built =
      new StandaloneInMemProcessEngineConfiguration()
          .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
          .setProcessEngineName(UUID.randomUUID().toString())
          .setJobExecutorActivate(false)
          .buildProcessEngine();
  private final EngineTicketLifecycle lifecycle = new EngineTicketLifecycle();

  EngineTicketLifecycleTest() {
    lifecycle.engine =
        new Engine() {
          @Override
          public ProcessEngine get() {
            return built;
          }
        };
  }

  @AfterEach
  void close() {
    built.close();
  }

  private void deploy(String id, String start, String middle) {
    String model =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <message id="m" name="%s"/>
          <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start">%s</startEvent>
            <sequenceFlow id="f1" sourceRef="start" targetRef="step"/>
            %s
          </process>
        </definitions>
        """
            .formatted(MESSAGE.messageName(), id, start, middle);
    built.getRepositoryService().createDeployment().addString(id + ".bpmn", model).deploy();
  }

  private long running(String key) {
    return built.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(key).count();
  }

  @Test
  void aMessageStartsNoProcess() {
    deploy("eager", "<messageEventDefinition messageRef='m'/>", "<userTask id='step'/>");

    assertThat(lifecycle.tell(new TicketNumber(7L), MESSAGE)).isFalse();
    assertThat(running("eager")).isZero();
  }

  @Test
  void onlyTheTicketThatIsMeantHearsIt() {
    deploy("waiting", "", "<receiveTask id='step' messageRef='m'/>");
    built.getRuntimeService().startProcessInstanceByKey("waiting", "7");
    built.getRuntimeService().startProcessInstanceByKey("waiting", "8");

    assertThat(lifecycle.tell(new TicketNumber(7L), MESSAGE)).isTrue();
    assertThat(running("waiting")).isEqualTo(1);
    assertThat(lifecycle.tell(new TicketNumber(7L), MESSAGE)).isFalse();
  }
}
