package org.dashdot.notification;

import java.util.Arrays;
import java.util.Locale;
import org.dashdot.shared.InvalidInput;

/** By what a person can be reached; several channels may carry the same kind. */
public enum ContactKind {
  SMS,
  MAIL,
  CHAT,
  WEBHOOK;

  /** As it is written in an order of contacts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ContactKind parse(String field, String word) {
    return Arrays.stream(values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new InvalidInput(field, "A contact is one of sms, mail, chat, webhook."));
  }
}
