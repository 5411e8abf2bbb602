package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.ticket.TicketCourse;

/** The usual end. */
@ApplicationScoped
@Named("closeTicket")
public class CloseTicket implements JavaDelegate {

  @Inject TicketCourse course;

  @Override
  public void execute(DelegateExecution execution) {
    course.closed(TicketVariable.of(execution), null, "closed");
  }
}
