package org.dashdot.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.dashdot.shared.OneByOne;

/** Looks from time to time whether those on duty can be told. */
@ApplicationScoped
public class ReachWatch {

  private static final System.Logger LOG = System.getLogger(ReachWatch.class.getName());

  @Inject ReachReport report;

  private final OneByOne people = new OneByOne(LOG, "Reporting who cannot be told");

  public void look() {
    people.each(report.concerned(), report::report);
  }
}
