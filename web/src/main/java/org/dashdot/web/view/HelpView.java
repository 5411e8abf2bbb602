package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** The words of dash-dot, in the order in which one meets them. */
@Named
@RequestScoped
public class HelpView {

  private static final List<String> WORDS =
      List.of(
          "dot",
          "dash",
          "signal",
          "source",
          "imperfection",
          "fingerprint",
          "suppression",
          "ticket",
          "priority",
          "acknowledgement",
          "escalation",
          "timeline",
          "storm",
          "flapping",
          "unconfirmed",
          "blind",
          "place",
          "snooze",
          "visit",
          "response",
          "review");

  /** Each has its meaning in the bundle, as {@code word.NAME}. */
  public List<String> getWords() {
    return WORDS;
  }
}
