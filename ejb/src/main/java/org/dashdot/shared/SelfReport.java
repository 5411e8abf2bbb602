package org.dashdot.shared;

import java.util.Set;

/**
 * Any room says, in its own transaction, what dash-dot itself lacks; it becomes an imperfection
 * like every other. Implemented by the intake.
 */
public interface SelfReport {

  /**
   * Raises what is lacking; harmless to repeat.
   *
   * @param name the condition's name in CamelCase, for example {@code NobodyOnDuty}
   * @param subject what it is about, for example a team's name
   * @param severity critical, warning or info
   * @param summary one sentence for the ticket's title
   */
  void lacks(String name, String subject, String severity, String summary);

  /** The same, critical and not to be put off: a person is told at once whatever the tables say. */
  void lacksNow(String name, String subject, String summary);

  /** What lacks that now, by its subject. */
  Set<String> lacking(String name);

  /** Takes it back; harmless when it was never raised. */
  void mended(String name, String subject);
}
