package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.ticket.ProcessPicture;
import org.dashdot.ticket.TicketNumber;

/** The model that a ticket runs by, with what it passed and where it waits. */
@ApplicationScoped
public class EngineProcessPicture implements ProcessPicture {

  @Inject Engine engine;

  @Override
  public Optional<Picture> of(TicketNumber number) {
    HistoryService history = engine.get().getHistoryService();
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(number.toString())
        .list()
        .stream()
        .findFirst()
        .map(instance -> picture(instance, history));
  }

  private Picture picture(HistoricProcessInstance instance, HistoryService history) {
    List<HistoricActivityInstance> activities =
        history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list();
    return new Picture(
        xml(instance.getProcessDefinitionId()), ids(activities, true), ids(activities, false));
  }

  private static List<String> ids(List<HistoricActivityInstance> activities, boolean waiting) {
    return activities.stream()
        .filter(a -> !a.getActivityType().equals("subProcess"))
        .filter(a -> !a.getActivityType().equals("boundaryTimer") || !waiting)
        .filter(a -> (a.getEndTime() == null) == waiting && (waiting || !a.isCanceled()))
        .map(HistoricActivityInstance::getActivityId)
        .distinct()
        .toList();
  }

  private String xml(String definitionId) {
    try (InputStream model = engine.get().getRepositoryService().getProcessModel(definitionId)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
