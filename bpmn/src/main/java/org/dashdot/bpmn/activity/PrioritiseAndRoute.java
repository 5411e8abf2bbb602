package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.ticket.TicketRouting;

/** Priority and team by the decision tables, the person by rotation. */
@ApplicationScoped
@Named("prioritiseAndRoute")
public class PrioritiseAndRoute implements JavaDelegate {

  @Inject TicketRouting routing;

  @Override
  public void execute(DelegateExecution execution) {
    routing.route(TicketVariable.of(execution));
  }
}
