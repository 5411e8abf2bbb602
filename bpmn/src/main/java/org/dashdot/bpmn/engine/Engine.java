package org.dashdot.bpmn.engine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * The running engine and the versions of the product's own models. They are pinned: a draft that
 * somebody deploys under the same key is never started by itself.
 */
@ApplicationScoped
public class Engine {

  /** The deployment that holds the product's own models. */
  static final String OWN_MODELS = "dash-dot";

  private static final List<String> MODELS =
      List.of("ticket-lifecycle.bpmn", "ticket-priority.dmn", "ticket-routing.dmn");

  private volatile ProcessEngine engine;
  private volatile String lifecycleId;
  private volatile String priorityId;
  private volatile String routingId;

  /** Takes over a built engine and deploys the product's models if they changed. */
  public void start(ProcessEngine built) {
    RepositoryService repository = built.getRepositoryService();
    var deployment = repository.createDeployment().name(OWN_MODELS).source(OWN_MODELS);
    MODELS.forEach(
        model ->
            deployment.addInputStream(
                model, Engine.class.getClassLoader().getResourceAsStream(model)));
    deployment.enableDuplicateFiltering(false).deploy();
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
    priorityId = decision(repository, newest, "ticket-priority");
    routingId = decision(repository, newest, "ticket-routing");
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

  private static String decision(RepositoryService repository, Deployment deployment, String key) {
    DecisionDefinition definition =
        repository
            .createDecisionDefinitionQuery()
            .deploymentId(deployment.getId())
            .decisionDefinitionKey(key)
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

  public String priorityId() {
    return priorityId;
  }

  public String routingId() {
    return routingId;
  }

  void stop() {
    ProcessEngine running = engine;
    engine = null;
    if (running != null) {
      running.close();
    }
  }
}
