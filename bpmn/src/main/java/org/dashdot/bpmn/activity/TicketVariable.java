package org.dashdot.bpmn.activity;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.dashdot.ticket.TicketNumber;

/** The one process variable: the number of the ticket. */
public final class TicketVariable {

  public static final String NAME = "ticketNumber";

  private TicketVariable() {}

  public static TicketNumber of(VariableScope scope) {
    return new TicketNumber((Long) scope.getVariable(NAME));
  }
}
