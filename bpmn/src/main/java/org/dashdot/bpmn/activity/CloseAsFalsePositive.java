package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.ticket.Outcome;
import org.dashdot.ticket.TicketCourse;

/** A person said that it is not a real problem. */
@ApplicationScoped
@Named("closeAsFalsePositive")
public class CloseAsFalsePositive implements JavaDelegate {

  @Inject TicketCourse course;

  @Override
  public void execute(DelegateExecution execution) {
    course.closed(
        TicketVariable.of(execution), Outcome.FALSE_POSITIVE, "closed: not a real problem");
  }
}
