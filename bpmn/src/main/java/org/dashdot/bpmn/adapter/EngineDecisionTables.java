package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.ticket.DecisionTables;
import org.dashdot.ticket.Priority;

/**
 * Priority and routing by the DMN tables. The same facts have the same answer for as long as a
 * table holds, so it is asked once: a table takes longer than a ticket's whole process.
 */
@ApplicationScoped
public class EngineDecisionTables implements DecisionTables {

  private static final int MOST = 10_000;

  /** A question, of one version of a table. */
  private record Asked(String decisionId, Facts facts) {}

  @Inject Engine engine;

  private final Map<Asked, String> answers = new ConcurrentHashMap<>();

  @Override
  public Priority prioritise(Facts facts) {
    return Priority.valueOf(single(engine.priorityId(), facts));
  }

  @Override
  public String route(Facts facts) {
    return single(engine.routingId(), facts);
  }

  private String single(String decisionId, Facts facts) {
    Asked asked = new Asked(decisionId, facts);
    String known = answers.get(asked);
    if (known != null) {
      return known;
    }
    String answer = evaluated(decisionId, facts);
    if (answers.size() >= MOST) {
      answers.clear();
    }
    answers.put(asked, answer);
    return answer;
  }

  private String evaluated(String decisionId, Facts facts) {
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
