package org.dashdot.bpmn.engine;

import jakarta.enterprise.context.ApplicationScoped;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The running engine and the version of the product's own model. It is pinned: a draft that
 * somebody deploys under the same key is never started by itself.
 */
@ApplicationScoped
public class Engine {

  /** The deployment that holds the product's own models. */
  static final String OWN_MODELS = "dash-dot";

  private static final String LIFECYCLE = "ticket-lifecycle.bpmn";

  private volatile ProcessEngine engine;
  private volatile String lifecycleId;

  /** Takes over a built engine and deploys the product's model if it changed. */
  public void start(ProcessEngine built) {
    RepositoryService repository = built.getRepositoryService();
    repository
        .createDeployment()
        .name(OWN_MODELS)
        .source(OWN_MODELS)
        .addInputStream(LIFECYCLE, Engine.class.getClassLoader().getResourceAsStream(LIFECYCLE))
        .enableDuplicateFiltering(false)
        .deploy();
    Deployment newest =
        repository
            .createDeploymentQuery()
            .deploymentName(OWN_MODELS)
            .deploymentSource(OWN_MODELS)
            .orderByDeploymentTime()
            .desc()
            .listPage(0, 1)
            .get(0);
    lifecycleId = process(repository, newest, "ticket-lifecycle");
    engine = built;
  }

  private static String process(RepositoryService repository, Deployment deployment, String key) {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .deploymentId(deployment.getId())
            .processDefinitionKey(key)
            .singleResult();
    return definition.getId();
  }

  /** The engine; refuses while it is not started. */
  public ProcessEngine get() {
    ProcessEngine running = engine;
    if (running == null) {
      throw new IllegalStateException("The process engine is not running.");
    }
    return running;
  }

  /** The id of the process definition that new tickets run by. */
  public String lifecycleId() {
    return lifecycleId;
  }

  void stop() {
    ProcessEngine running = engine;
    engine = null;
    if (running != null) {
      running.close();
    }
  }
}
