package org.dashdot.bpmn.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Refuses the engine's own kinds of work (shell, mail, any Java class) in whatever is parsed. */
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

  private static void refuse(Element task) {
    String kind = task.attributeNS(CAMUNDA, "type");
    String type = task.attributeNS(CAMUNDA, "class");
    if (type != null || kind != null && KINDS.contains(kind)) {
      throw new ProcessEngineException(
          task.attribute("id") + ": only the activities that dash-dot offers may be used.");
    }
  }
}
