package org.dashdot.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.shared.InvalidInput;
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
  public boolean answersEarly(Map<String, String> answer) {
    return answer.containsKey("automation");
  }

  @Override
  public void answered(Ticket ticket, Map<String, String> answer, Actor actor) {
    reviews.answered(
        ticket,
        potential(answer.get("automation")),
        answer.get("means"),
        answer.get("validation"),
        actor);
  }

  private static AutomationReview.Potential potential(String word) {
    return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
      case "fully" -> AutomationReview.Potential.FULLY;
      case "partly" -> AutomationReview.Potential.PARTLY;
      case "no" -> AutomationReview.Potential.NO;
      default ->
          throw new InvalidInput("automation", "'automation' must be one of fully, partly, no.");
    };
  }
}
