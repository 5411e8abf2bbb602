package org.dashdot.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.Priority;

/** What a person orders their contacts by; each has an order for those who chose none. */
public enum Urgency {
  HIGH("sms+mail, chat, webhook"),
  P3("mail, chat, webhook"),
  P4("mail, chat, webhook");

  private final ContactOrder.Steps otherwise;

  Urgency(String otherwise) {
    this.otherwise = ContactOrder.Steps.parse(otherwise);
  }

  static Urgency of(Priority priority) {
    return priority.high() ? HIGH : priority == Priority.P3 ? P3 : P4;
  }

  /** For whoever chose no order. */
  public ContactOrder.Steps otherwise() {
    return otherwise;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Urgency parse(String word) {
    return Arrays.stream(values())
        .filter(urgency -> urgency.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "urgency",
                    "It is one of "
                        + String.join(", ", List.of(values()).stream().map(Urgency::word).toList())
                        + "."));
  }
}
