package org.dashdot.bpmn.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.shared.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody runs the jobs of this engine: what a stopped job executor looks like. */
class EngineJobsTest {

  private static final Instant DUE = Instant.parse("2026-11-23T10:00:00Z");

  private final ProcessEngine built =
      new StandaloneInMemProcessEngineConfiguration()
          .setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
          .setProcessEngineName(UUID.randomUUID().toString())
          .setJobExecutorActivate(false)
          .buildProcessEngine();

  private EngineJobs at(Instant now) {
    EngineJobs jobs = new EngineJobs();
    jobs.settings = Settings.shipped();
    jobs.clock = Clock.fixed(now, ZoneOffset.UTC);
    jobs.engine =
        new Engine() {
          @Override
          public ProcessEngine get() {
            return built;
          }
        };
    return jobs;
  }

  @AfterEach
  void close() {
    built.close();
  }

  @Test
  void aTimerThatShouldHaveFiredAndDidNotMakesTheDotBlind() {
    String model =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <process id="late" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/>
            <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
            <intermediateCatchEvent id="wait">
              <timerEventDefinition><timeDate>%s</timeDate></timerEventDefinition>
            </intermediateCatchEvent>
          </process>
        </definitions>
        """
            .formatted(DUE);
    built.getRepositoryService().createDeployment().addString("late.bpmn", model).deploy();
    built.getRuntimeService().startProcessInstanceByKey("late");

    assertThat(at(DUE.minus(Duration.ofHours(1))).blind()).isEmpty();
    assertThat(at(DUE.plusSeconds(30)).overdueJobs()).isZero();
    assertThat(at(DUE.plusSeconds(61)).overdueJobs()).isEqualTo(1);
    assertThat(at(DUE.plusSeconds(61)).blind())
        .containsExactly("1 timers of tickets should have fired and did not");
  }
}
