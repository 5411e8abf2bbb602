package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.ticket.DecisionTables;
import org.dashdot.ticket.Priority;

/** Priority and routing by the DMN tables. */
@ApplicationScoped
public class EngineDecisionTables implements DecisionTables {

  @Inject Engine engine;

  @Override
  public Priority prioritise(Facts facts) {
    return Priority.valueOf(single(engine.priorityId(), facts));
  }

  @Override
  public String route(Facts facts) {
    return single(engine.routingId(), facts);
  }

  private String single(String decisionId, Facts facts) {
    VariableMap variables =
        Variables.createVariables()
            .putValue("severity", facts.severity())
            .putValue("environment", facts.environment())
            .putValue("tier", facts.tier())
            .putValue("priorityLabel", facts.priorityLabel())
            .putValue("teamLabel", facts.teamLabel());
    return engine
        .get()
        .getDecisionService()
        .evaluateDecisionTableById(decisionId, variables)
        .getSingleResult()
        .getSingleEntry();
  }
}
