package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.MessageCorrelationBuilderImpl;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.dashdot.bpmn.activity.TicketVariable;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.ticket.LifecycleMessage;
import org.dashdot.ticket.TicketLifecycle;
import org.dashdot.ticket.TicketNumber;

/** Starts and tells ticket processes; the business key is the ticket's number. */
@ApplicationScoped
public class EngineTicketLifecycle implements TicketLifecycle {

  @Inject Engine engine;

  @Override
  public void start(TicketNumber number) {
    runtime()
        .startProcessInstanceById(
            engine.lifecycleId(), number.toString(), Map.of(TicketVariable.NAME, number.value()));
  }

  @Override
  public boolean tell(TicketNumber number, LifecycleMessage.Kind message) {
    MessageCorrelationBuilderImpl correlation =
        (MessageCorrelationBuilderImpl)
            runtime()
                .createMessageCorrelation(message.messageName())
                .processInstanceBusinessKey(number.toString());
    // Only the class can say this; without it every process that begins with a message of this
    // name is started as well, whatever ticket it is about.
    List<MessageCorrelationResult> taken = correlation.executionsOnly().correlateAllWithResult();
    return !taken.isEmpty();
  }

  private RuntimeService runtime() {
    return engine.get().getRuntimeService();
  }
}
