package org.dashdot.bpmn.activity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.dashdot.response.Reviews;

/** The deadline passed without an answer; the ticket closes all the same. */
@ApplicationScoped
@Named("noteMissingReview")
public class NoteMissingReview implements JavaDelegate {

  @Inject Reviews reviews;

  @Override
  public void execute(DelegateExecution execution) {
    reviews.unconfirmed(TicketVariable.of(execution));
  }
}
