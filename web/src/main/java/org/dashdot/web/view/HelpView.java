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
          "labels",
          "annotations",
          "imperfection",
          "fingerprint",
          "suppression",
          "group key",
          "ticket",
          "severity",
          "priority",
          "responder",
          "rotation",
          "acknowledgement",
          "notification",
          "escalation",
          "timeline",
          "storm",
          "flapping",
          "unconfirmed",
          "blind",
          "place",
          "snooze",
          "change event",
          "evidence",
          "research path",
          "visit",
          "verdict",
          "response",
          "validation",
          "review",
          "toil",
          "MTTA",
          "MTTR");

  /** The single keys, as the bundle explains them; {@code key.NAME}. */
  private static final List<String> KEYS =
      List.of(
          "?", "w", "j", "k", "x", "b", "m", "r", "n", "h", "p", "z", "o", "d", "i", "g", "s", "l",
          "c", "u");

  public List<String> getKeys() {
    return KEYS;
  }

  /** Each has its meaning in the bundle, as {@code word.NAME}. */
  public List<String> getWords() {
    return WORDS;
  }
}
