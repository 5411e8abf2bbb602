package org.dashdot.ticket;

import java.util.Map;
import org.dashdot.access.Actor;

/** What a person's answer to one kind of step means; found by its key in the process model. */
public interface HumanStep {

  /** The id of the user task in the model. */
  String taskKey();

  /** Whether this answer holds what the step asks for, before the process asks. */
  default boolean answersEarly(Map<String, String> answer) {
    return false;
  }

  /** Records the answer; the form's required fields and options were checked before. */
  void answered(Ticket ticket, Map<String, String> answer, Actor actor);
}
