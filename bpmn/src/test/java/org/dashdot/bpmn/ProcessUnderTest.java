package org.dashdot.bpmn;

import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.dashdot.bpmn.activity.ScriptedTicket;
import org.dashdot.bpmn.activity.TicketVariable;
import org.dashdot.bpmn.engine.EngineSettings;
import org.dashdot.ticket.LifecycleMessage;
import org.dashdot.ticket.WorkItems;

/** The ticket's process on an engine in memory, with a clock that the test moves. */
final class ProcessUnderTest implements AutoCloseable {

  final ScriptedTicket ticket = new ScriptedTicket();
  final Set<String> mirrored = new HashSet<>();
  int humanTasks;

  /** Building an engine takes a second: all tests share one, and clean up after themselves. */
  private static ProcessEngine engine;

  private static ProcessUnderTest current;

  private String instance;

  ProcessUnderTest() {
    ClockUtil.setCurrentTime(new Date(1_800_000_000_000L));
    current = this;
    if (engine == null) {
      engine = build();
    }
  }

  private static ProcessEngine build() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    EngineSettings.apply(configuration, name -> current.ticket.bean(name), new Mirror());
    ProcessEngine built = configuration.buildProcessEngine();
    built
        .getRepositoryService()
        .createDeployment()
        .addClasspathResource("ticket-lifecycle.bpmn")
        .deploy();
    return built;
  }

  /** Takes the place of the work items that are stored. */
  private static final class Mirror extends WorkItems {

    @Override
    public void created(String id, long number, String key, String name, java.time.Instant due) {
      current.mirrored.add(key);
    }

    @Override
    public void ended(String id) {
      current.mirrored.remove(
          engine
              .getTaskService()
              .createTaskQuery()
              .taskId(id)
              .singleResult()
              .getTaskDefinitionKey());
    }
  }

  ProcessUnderTest opened() {
    instance =
        engine
            .getRuntimeService()
            .startProcessInstanceByKey("ticket-lifecycle", "1", Map.of(TicketVariable.NAME, 1L))
            .getId();
    return this;
  }

  List<String> tasks() {
    return engine.getTaskService().createTaskQuery().list().stream()
        .map(Task::getTaskDefinitionKey)
        .sorted()
        .toList();
  }

  void answer(String key) {
    Task task = engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult();
    humanTasks++;
    engine.getTaskService().complete(task.getId());
  }

  void acknowledge() {
    ticket.acknowledged = true;
    answer("Task_Acknowledge");
  }

  void resolve() {
    ticket.acknowledged = true;
    ticket.explained = true;
    answer("Task_Resolve");
  }

  boolean tell(LifecycleMessage.Kind message) {
    return takers(message) > 0;
  }

  /** Sends a message; returns how many subscriptions took it. */
  int takers(LifecycleMessage.Kind message) {
    return engine
        .getRuntimeService()
        .createMessageCorrelation(message.messageName())
        .processInstanceBusinessKey("1")
        .correlateAllWithResult()
        .size();
  }

  boolean clears() {
    ticket.burning = false;
    return tell(LifecycleMessage.Kind.CLEARED);
  }

  boolean firesAgain() {
    ticket.burning = true;
    return tell(LifecycleMessage.Kind.FIRED_AGAIN);
  }

  /** Moves the clock and runs every job that is due, until none is. */
  void pass(int minutes) {
    ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 60_000L * minutes));
    List<Job> due;
    do {
      due = engine.getManagementService().createJobQuery().executable().list();
      due.stream()
          .findFirst()
          .ifPresent(job -> engine.getManagementService().executeJob(job.getId()));
    } while (!due.isEmpty());
  }

  /** Moves the clock to a moment and runs what is due by then. */
  void passUntil(Instant moment) {
    ClockUtil.setCurrentTime(Date.from(moment));
    pass(0);
  }

  boolean ended() {
    return engine
            .getRuntimeService()
            .createProcessInstanceQuery()
            .processInstanceId(instance)
            .count()
        == 0;
  }

  List<String> passed() {
    return engine
        .getHistoryService()
        .createHistoricActivityInstanceQuery()
        .processInstanceId(instance)
        .finished()
        .list()
        .stream()
        .filter(a -> !a.isCanceled())
        .map(HistoricActivityInstance::getActivityId)
        .toList();
  }

  @Override
  public void close() {
    if (instance != null && !ended()) {
      engine.getRuntimeService().deleteProcessInstance(instance, "test is over");
    }
    if (instance != null) {
      engine.getHistoryService().deleteHistoricProcessInstance(instance);
    }
    ClockUtil.reset();
  }
}
