package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.ticket.TicketCourse;

/** It stayed clear. */
@ApplicationScoped
@Named("markResolved")
public class MarkResolved implements JavaDelegate {

  @Inject TicketCourse course;

  @Override
  public void execute(DelegateExecution execution) {
    course.resolved(TicketVariable.of(execution));
  }
}
