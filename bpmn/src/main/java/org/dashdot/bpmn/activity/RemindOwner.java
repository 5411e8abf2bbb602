package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.notification.Notifier;

/** The cause is said and it burns all the same: the owner hears of it. */
@ApplicationScoped
@Named("remindOwner")
public class RemindOwner implements JavaDelegate {

  @Inject Notifier notifier;

  @Override
  public void execute(DelegateExecution execution) {
    notifier.remindOwner(TicketVariable.of(execution));
  }
}
