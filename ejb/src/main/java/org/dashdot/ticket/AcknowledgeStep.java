package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.dashdot.access.Actor;

/** A person takes the ticket: escalation stops. */
@ApplicationScoped
public class AcknowledgeStep implements HumanStep {

  public static final String KEY = "Task_Acknowledge";

  @Inject Ownership ownership;

  @Override
  public String taskKey() {
    return KEY;
  }

  @Override
  public void answered(Ticket ticket, Map<String, String> answer, Actor actor) {
    ownership.acknowledge(ticket, actor);
  }
}
