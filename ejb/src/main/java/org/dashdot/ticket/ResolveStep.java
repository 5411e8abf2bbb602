package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.dashdot.access.Actor;

/** Cause and response, in one form. */
@ApplicationScoped
public class ResolveStep implements HumanStep {

  static final String KEY = "Task_Resolve";

  @Inject Ownership ownership;
  @Inject Timeline timeline;
  @Inject Tickets tickets;
  @Inject Clock clock;

  @Override
  public String taskKey() {
    return KEY;
  }

  @Override
  public void answered(Ticket ticket, Map<String, String> answer, Actor actor) {
    ownership.acknowledge(ticket, actor);
    ticket.explain(answer.get("cause"), answer.get("response"));
    tickets.alsoFoundBy(ticket, answer.get("cause"), answer.get("response"));
    if (tickets.burning(ticket.id()) == 0) {
      ticket.clear(clock.instant());
    }
    timeline.add(
        ticket,
        TimelineEntry.Kind.EXPLAINED,
        actor,
        "cause: " + answer.get("cause") + " · response: " + answer.get("response"));
  }
}
