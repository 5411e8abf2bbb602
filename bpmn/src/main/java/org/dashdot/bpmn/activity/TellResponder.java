package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.notification.Notifier;

/** Writes the message to the owner; it leaves after the commit. */
@ApplicationScoped
@Named("tellResponder")
public class TellResponder implements JavaDelegate {

  @Inject Notifier notifier;

  @Override
  public void execute(DelegateExecution execution) {
    notifier.tellResponder(TicketVariable.of(execution));
  }
}
