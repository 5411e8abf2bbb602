package org.dashdot.ticket;

import java.util.List;
import java.util.Optional;

/** The diagram of a ticket's process and where the ticket stands in it. */
public interface ProcessPicture {

  /**
   * @param xml the BPMN model that this ticket runs by
   * @param active ids of the elements that are waited at; empty when it ended
   * @param passed ids of the elements that were passed
   */
  record Picture(String xml, List<String> active, List<String> passed) {}

  /** Empty when the engine no longer knows the process. */
  Optional<Picture> of(TicketNumber number);
}
