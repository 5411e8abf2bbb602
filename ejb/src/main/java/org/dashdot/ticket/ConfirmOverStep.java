package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.dashdot.access.Actor;

/** "Is it over?", asked of a high ticket whose source is silent. */
@ApplicationScoped
public class ConfirmOverStep implements HumanStep {

  static final String KEY = "Task_ConfirmOver";

  @Inject Ownership ownership;

  @Override
  public String taskKey() {
    return KEY;
  }

  @Override
  public void answered(Ticket ticket, Map<String, String> answer, Actor actor) {
    ownership.acknowledge(ticket, actor);
    if ("yes".equals(answer.get("over"))) {
      ownership.over(ticket, actor);
    }
  }
}
