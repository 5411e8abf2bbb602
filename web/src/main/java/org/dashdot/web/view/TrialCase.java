package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.imperfection.Matcher;
import org.dashdot.imperfection.Matchers;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Labels;
import org.dashdot.ticket.TableDesk;

/** The ticket that somebody thinks of while they look at a decision table. */
@Named
@RequestScoped
public class TrialCase {

  private String labels;
  private Integer members = 1;
  private boolean flapping;
  private Integer hour;

  TableDesk.Case asked() {
    return new TableDesk.Case(read(labels), members == null ? 1 : members, flapping, hour);
  }

  /** Labels as Prometheus writes them, with or without its braces. */
  private static Labels read(String text) {
    Map<String, String> values = new TreeMap<>();
    String inner = text == null ? "" : text.trim().replaceAll("^\\{|}$", "");
    for (Matcher matcher : Matchers.read(inner)) {
      if (matcher.regex() || !matcher.equal()) {
        throw new InvalidInput("labels", "A label has a value: " + matcher.name() + "=\"…\".");
      }
      values.put(matcher.name(), matcher.value());
    }
    return Labels.of(values);
  }

  public String getLabels() {
    return labels;
  }

  public void setLabels(String labels) {
    this.labels = labels;
  }

  public Integer getMembers() {
    return members;
  }

  public void setMembers(Integer members) {
    this.members = members;
  }

  public boolean isFlapping() {
    return flapping;
  }

  public void setFlapping(boolean flapping) {
    this.flapping = flapping;
  }

  /** Null for this hour. */
  public Integer getHour() {
    return hour;
  }

  public void setHour(Integer hour) {
    this.hour = hour;
  }
}
