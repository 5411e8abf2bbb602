package org.dashdot.it;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.dashdot.bpmn.activity.StandInFacts;
import org.dashdot.bpmn.activity.TicketVariable;
import org.dashdot.bpmn.engine.EngineSettings;
import org.dashdot.ticket.WorkItems;

/**
 * The engine alone with the product's settings and the ticket's process, whose steps do nothing:
 * what a ticket costs before it is a ticket.
 */
final class BareEngine implements AutoCloseable {

  private static final JavaDelegate NOTHING = execution -> {};

  private final ProcessEngine engine;

  BareEngine(TestDatabase database, Path data) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName(UUID.randomUUID().toString());
    configuration.setJdbcUrl(database.jdbcUrl(data));
    configuration.setJdbcUsername(database.user());
    configuration.setJdbcPassword(database.password());
    configuration.setJdbcMaxActiveConnections(40);
    StandInFacts facts = new StandInFacts();
    EngineSettings.apply(
        configuration,
        name -> Optional.of(name.equals("ticketFacts") ? facts : NOTHING),
        new NoWorkItems());
    engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .name("bare")
        .addClasspathResource("ticket-lifecycle.bpmn")
        .deploy();
  }

  /** Starts the process of one ticket in a transaction of its own. */
  void start(long number) {
    engine
        .getRuntimeService()
        .startProcessInstanceByKey(
            "ticket-lifecycle", String.valueOf(number), Map.of(TicketVariable.NAME, number));
  }

  @Override
  public void close() {
    engine.close();
  }

  private static final class NoWorkItems extends WorkItems {

    @Override
    public void created(String id, long ticket, String key, String name, Instant due) {
      // Nobody looks.
    }

    @Override
    public void ended(String id) {
      // Nobody looks.
    }
  }
}
