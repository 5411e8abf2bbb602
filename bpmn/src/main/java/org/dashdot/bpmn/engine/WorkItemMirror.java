package org.dashdot.bpmn.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.dashdot.bpmn.activity.TicketVariable;
import org.dashdot.ticket.WorkItems;

/** Mirrors every user task into the work items, in the engine's own transaction. */
public final class WorkItemMirror extends AbstractBpmnParseListener implements TaskListener {

  private final WorkItems workItems;

  public WorkItemMirror(WorkItems workItems) {
    this.workItems = workItems;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
      TaskDefinition task = behavior.getTaskDefinition();
      task.addTaskListener(TaskListener.EVENTNAME_CREATE, this);
      task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this);
      task.addTaskListener(TaskListener.EVENTNAME_DELETE, this);
    }
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getEventName().equals(TaskListener.EVENTNAME_CREATE)) {
      Date due = task.getDueDate();
      workItems.created(
          task.getId(),
          TicketVariable.of(task).value(),
          task.getTaskDefinitionKey(),
          task.getName(),
          due == null ? null : due.toInstant());
    } else {
      workItems.ended(task.getId());
    }
  }
}
