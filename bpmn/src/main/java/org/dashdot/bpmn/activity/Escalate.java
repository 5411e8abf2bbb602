package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.notification.Notifier;

/** Tells the next ones. */
@ApplicationScoped
@Named("escalate")
public class Escalate implements JavaDelegate {

  @Inject Notifier notifier;

  @Override
  public void execute(DelegateExecution execution) {
    notifier.escalate(TicketVariable.of(execution));
  }
}
