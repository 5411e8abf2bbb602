package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.ticket.TicketCourse;

/** The same condition opens another ticket from now on. */
@ApplicationScoped
@Named("stopReopening")
public class StopReopening implements JavaDelegate {

  @Inject TicketCourse course;

  @Override
  public void execute(DelegateExecution execution) {
    course.stopReopening(TicketVariable.of(execution));
  }
}
