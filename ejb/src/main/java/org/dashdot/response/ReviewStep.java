package org.dashdot.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.ticket.HumanStep;
import org.dashdot.ticket.Ticket;

/** "Could this have been handled without us?" */
@ApplicationScoped
public class ReviewStep implements HumanStep {

  @Inject Reviews reviews;

  @Override
  public String taskKey() {
    return "Task_ReviewAutomationPotential";
  }

  @Override
  public void answered(Ticket ticket, Map<String, String> answer, Actor actor) {
    reviews.answered(
        ticket,
        AutomationReview.Potential.valueOf(answer.get("automation").toUpperCase(Locale.ROOT)),
        answer.get("means"),
        answer.get("validation"),
        actor);
  }
}
