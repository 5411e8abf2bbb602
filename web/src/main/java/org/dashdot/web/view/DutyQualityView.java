package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.oncall.DutyQuality;

/** What is wrong with the duty of the next weeks. */
@Named
@RequestScoped
public class DutyQualityView {

  @Inject DutyQuality quality;
  @Inject Me me;

  private List<DutyQuality.Report> reports;

  @PostConstruct
  void read() {
    reports = quality.reports(me.actor());
  }

  public List<DutyQuality.Report> getReports() {
    return reports;
  }
}
