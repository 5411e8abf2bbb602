package org.dashdot.bpmn.engine;

import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.dashdot.ticket.WorkItems;

/** An engine in memory with the product's settings, which knows no bean. */
final class EngineUnderTest {

  private EngineUnderTest() {}

  static ProcessEngine build() {
    return build(null);
  }

  static ProcessEngine build(JobExecutor jobs) {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    EngineSettings.apply(configuration, name -> Optional.empty(), new WorkItems());
    if (jobs != null) {
      configuration.setJobExecutor(jobs);
    }
    return configuration.buildProcessEngine();
  }

  static void deploy(ProcessEngine engine, String id, String inner) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addString(id + ".bpmn", model(id, inner))
        .deploy();
  }

  static String model(String id, String inner) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="task"/>
            %s
            <sequenceFlow id="f2" sourceRef="task" targetRef="end"/>
            <endEvent id="end"/>
          </process>
        </definitions>
        """
        .formatted(id, inner);
  }
}
