package org.dashdot.notification;

import java.util.Arrays;
import java.util.Locale;
import org.dashdot.shared.Unknown;

/** The parts of messages whose words can be changed. */
public enum MessagePart {
  SUBJECT("[dash-dot] {{priority}} #{{number}} {{title}}"),
  MAIL(
      """
      {{priority}} #{{number}} {{title}}

      You are told because {{reason}}.
      Since {{since}} ({{zone}}), reported by {{source}}, team {{team}}.

      {{labels}}

      Runbook: {{runbook}}

      Ticket: {{link}}
      """),
  /** Of a ticket that can be taken by a reply. */
  SMS("{{priority}} #{{number}} {{title}}, since {{time}}. Reply A{{number}} = mine. {{short}}"),
  /** Of any other news. */
  SMS_NEWS("{{priority}} #{{number}} {{title}}: {{reason}}. {{short}}");

  private final String shipped;

  MessagePart(String shipped) {
    this.shipped = shipped;
  }

  /** The words that come with the product. */
  public String shipped() {
    return shipped;
  }

  /** Its name in addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static MessagePart of(String key) {
    return Arrays.stream(values())
        .filter(part -> part.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new Unknown("There is no message part " + key));
  }
}
