package org.dashdot.ticket;

import java.util.List;

/** The human steps that processes wait for; joins the caller's transaction. */
public interface Worklist {

  /** The fields of a step's form, as its model says. */
  List<FormField> form(String taskId);

  /** Gives the step to a person. */
  void claim(String taskId, Long personId);

  /** Ends the step: the process moves on. */
  void complete(String taskId);
}
