package org.dashdot.bpmn.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/**
 * Refuses the engine's own kinds of work (shell, mail, any Java class) and processes that start by
 * themselves, in whatever is parsed.
 */
final class OwnActivitiesOnly extends AbstractBpmnParseListener {

  private static final Namespace CAMUNDA = new Namespace("http://camunda.org/schema/1.0/bpmn");
  private static final Set<String> KINDS = Set.of("shell", "mail");

  @Override
  public void parseServiceTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    refuse(task);
  }

  @Override
  public void parseSendTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    refuse(task);
  }

  @Override
  public void parseBusinessRuleTask(Element task, ScopeImpl scope, ActivityImpl activity) {
    refuse(task);
  }

  /** The product's own processes begin with a plain start event too: its code starts them. */
  @Override
  public void parseStartEvent(Element event, ScopeImpl scope, ActivityImpl activity) {
    boolean triggered =
        event.elements().stream().anyMatch(e -> e.getTagName().endsWith("EventDefinition"));
    if (triggered && scope instanceof ProcessDefinitionImpl) {
      throw new ProcessEngineException(
          event.attribute("id") + ": a process may not start by itself.");
    }
  }

  private static void refuse(Element task) {
    String kind = task.attributeNS(CAMUNDA, "type");
    String type = task.attributeNS(CAMUNDA, "class");
    if (type != null || kind != null && KINDS.contains(kind)) {
      throw new ProcessEngineException(
          task.attribute("id") + ": only the activities that dash-dot offers may be used.");
    }
  }
}
