package org.dashdot.bpmn.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.dashdot.ticket.WorkItems;

/** What the engine in the server and the one in tests have in common. */
public final class EngineSettings {

  private EngineSettings() {}

  public static void apply(
      ProcessEngineConfigurationImpl configuration, AllowedBeans beans, WorkItems workItems) {
    configuration
        .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY)
        .setJobExecutorActivate(false);
    // Blocks of numbers from one row would make every node and thread wait for it.
    configuration.setIdGenerator(new StrongUuidGenerator());
    configuration.setHistoryTimeToLive("P3650D");
    configuration.setExpressionManager(new AllowListExpressions(beans));
    configuration.setCustomPostBPMNParseListeners(
        new ArrayList<>(List.of(new WorkItemMirror(workItems), new OwnActivitiesOnly())));
    configuration.setEnableScriptCompilation(false);
    configuration.setScriptEngineResolver(new NoScripts());
    configuration.setFailedJobRetryTimeCycle("R5/PT30S");
    configuration.setJobExecutorDeploymentAware(false);
    configuration.setAuthorizationEnabled(false);
    configuration.setMetricsEnabled(false);
    configuration.setTaskMetricsEnabled(false);
  }
}
