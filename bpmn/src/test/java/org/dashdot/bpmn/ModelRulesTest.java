package org.dashdot.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.api.Test;

/** The model keeps the style: names, ids, defaults, history, direction. */
class ModelRulesTest {

  private final BpmnModelInstance model =
      Bpmn.readModelFromStream(ModelRulesTest.class.getResourceAsStream("/ticket-lifecycle.bpmn"));

  @Test
  void processSaysHowLongItsHistoryIsKept() {
    assertThat(model.getModelElementsByType(Process.class))
        .allSatisfy(p -> assertThat(p.getCamundaHistoryTimeToLiveString()).isNotBlank());
  }

  @Test
  void everyTaskHasANameThatBeginsWithACapitalAndAnIdThatSaysTask() {
    assertThat(model.getModelElementsByType(Task.class))
        .isNotEmpty()
        .allSatisfy(
            task -> {
              assertThat(task.getName()).matches("[A-Z][a-z]+.*");
              assertThat(task.getId()).startsWith("Task_");
            });
  }

  @Test
  void everyQuestionHasADefaultAnswer() {
    assertThat(model.getModelElementsByType(ExclusiveGateway.class))
        .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
        .isNotEmpty()
        .allSatisfy(
            gateway -> {
              assertThat(gateway.getName()).endsWith("?");
              assertThat(gateway.getDefault()).isNotNull();
              assertThat(gateway.getOutgoing())
                  .allSatisfy(flow -> assertThat(flow.getName()).isNotBlank());
            });
  }

  @Test
  void serviceTasksNameOnlyAllowedActivitiesAndThereAreNoScripts() {
    assertThat(model.getModelElementsByType(ScriptTask.class)).isEmpty();
    assertThat(model.getModelElementsByType(ServiceTask.class))
        .allSatisfy(task -> assertThat(task.getCamundaDelegateExpression()).matches("\\$\\{\\w+}"));
  }

  @Test
  void theLastStepIsASavePoint() {
    ServiceTask close = model.getModelElementById("Task_Close");
    assertThat(close.isCamundaAsyncBefore()).isTrue();
  }

  @Test
  void everyNodeIsDrawn() {
    List<String> drawn =
        model.getModelElementsByType(BpmnShape.class).stream()
            .map(shape -> shape.getBpmnElement().getId())
            .toList();
    assertThat(model.getModelElementsByType(FlowNode.class))
        .allSatisfy(node -> assertThat(drawn).contains(node.getId()));
  }
}
