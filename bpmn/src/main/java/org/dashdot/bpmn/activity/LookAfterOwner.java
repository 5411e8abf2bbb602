package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.notification.OwnerCare;

/** Reminds an owner who does nothing; says in a variable whether the ticket was taken from them. */
@ApplicationScoped
@Named("lookAfterOwner")
public class LookAfterOwner implements JavaDelegate {

  static final String HANDED_BACK = "handedBack";

  @Inject OwnerCare care;

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariableLocal(HANDED_BACK, care.look(TicketVariable.of(execution)));
  }
}
