package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import org.dashdot.shared.OneByOne;

/** Looks for tickets to tell of again, each in a transaction of its own. */
@ApplicationScoped
public class ReminderWatch {

  private static final Logger LOG = System.getLogger(ReminderWatch.class.getName());

  @Inject Reminders reminders;

  private final OneByOne tickets = new OneByOne(LOG, "Telling again of a ticket");

  /** Called from time to time. */
  public void beat() {
    tickets.each(reminders.due(), reminders::repeat);
  }
}
