package org.dashdot.ticket;

import java.util.List;

/**
 * One field of a human step's form.
 *
 * @param type string, enum, boolean or long
 * @param options only for an enum
 */
public record FormField(
    String name, String label, String type, boolean required, List<Option> options) {

  /** One of an enum's values with its words. */
  public record Option(String value, String label) {}
}
