package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import org.dashdot.shared.OneByOne;

/** Looks for what follows when no receipt comes, each message in a transaction of its own. */
@ApplicationScoped
public class ReceiptWatch {

  private static final Logger LOG = System.getLogger(ReceiptWatch.class.getName());

  @Inject Receipts receipts;

  private final OneByOne channels = new OneByOne(LOG, "Telling by the next channel");
  private final OneByOne people = new OneByOne(LOG, "Telling the next person");

  /** Called from time to time: whoever is not known to have it is told by the next channel. */
  public void beat() {
    channels.each(receipts.due(), receipts::overdue);
    people.each(receipts.nextPersonsDue(), receipts::nextPerson);
  }
}
