package org.dashdot.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import org.dashdot.shared.OneByOne;

/** Looks for shifts that nobody took over, each in a transaction of its own. */
@ApplicationScoped
public class UntakenWatch {

  private static final Logger LOG = System.getLogger(UntakenWatch.class.getName());

  @Inject UntakenShifts shifts;

  private final OneByOne reminders = new OneByOne(LOG, "Telling of a shift that nobody took over");

  /** Called from time to time. */
  public void beat() {
    reminders.each(shifts.overdue(), shifts::remind);
  }
}
