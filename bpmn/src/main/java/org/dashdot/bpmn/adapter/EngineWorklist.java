package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.form.FormFieldValidationConstraint;
import org.camunda.bpm.engine.impl.form.type.EnumFormType;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.shared.Conflict;
import org.dashdot.ticket.FormField;
import org.dashdot.ticket.Worklist;

/** Human steps are the engine's user tasks. */
@ApplicationScoped
public class EngineWorklist implements Worklist {

  @Inject Engine engine;

  @Override
  public List<FormField> form(String taskId) {
    refuseWhenGone(taskId);
    return engine.get().getFormService().getTaskFormData(taskId).getFormFields().stream()
        .map(EngineWorklist::field)
        .toList();
  }

  /** Of two answers at once the second has waited for the ticket, and then finds no step. */
  private void refuseWhenGone(String taskId) {
    if (engine.get().getTaskService().createTaskQuery().taskId(taskId).count() == 0) {
      throw new Conflict("This step is done already: " + taskId);
    }
  }

  private static FormField field(org.camunda.bpm.engine.form.FormField field) {
    boolean required =
        field.getValidationConstraints().stream()
            .map(FormFieldValidationConstraint::getName)
            .anyMatch("required"::equals);
    return new FormField(
        field.getId(), field.getLabel(), field.getTypeName(), required, options(field));
  }

  private static List<FormField.Option> options(org.camunda.bpm.engine.form.FormField field) {
    if (!(field.getType() instanceof EnumFormType type)) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    Map<String, String> values = (Map<String, String>) type.getInformation("values");
    return values.entrySet().stream()
        .map(e -> new FormField.Option(e.getKey(), e.getValue()))
        .toList();
  }

  @Override
  public void claim(String taskId, Long personId) {
    refuseWhenGone(taskId);
    engine.get().getTaskService().setAssignee(taskId, String.valueOf(personId));
  }

  @Override
  public void complete(String taskId) {
    engine.get().getTaskService().complete(taskId);
  }
}
