package org.dashdot.skin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The closed list of what a skin may colour, and what can be read on it. */
final class SkinColours {

  /** The four looks of the disc. */
  static final List<String> LOOKS = List.of("green", "dots", "red", "blind");

  /**
   * What each look has: the disc's middle and edge, its halo, what is written on it, the ground.
   */
  static final List<String> PARTS = List.of("core", "edge", "halo", "ink", "ground");

  /** What lies around the disc. */
  static final List<String> AROUND = List.of("calm", "high", "p3", "p4");

  /** All of them, such as {@code green-core}. */
  static final List<String> NAMES = names();

  /** WCAG 2.2, 1.4.3: text. */
  private static final double READABLE = 4.5;

  /** WCAG 2.2, 1.4.11: what is no text. */
  private static final double VISIBLE = 3;

  /** What is calm stays behind what burns, and is seen all the same. */
  private static final double CALM = 2.5;

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

  private SkinColours() {}

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    LOOKS.forEach(look -> PARTS.forEach(part -> names.add(look + "-" + part)));
    names.addAll(AROUND);
    return List.copyOf(names);
  }

  /** What is wrong with them, each a sentence; empty when nothing is. */
  static List<String> faults(Map<String, String> colours) {
    List<String> faults = new ArrayList<>();
    for (String name : colours.keySet()) {
      if (!NAMES.contains(name)) {
        faults.add("There is no colour '" + name + "'.");
      }
    }
    for (String name : NAMES) {
      String colour = colours.get(name);
      if (colour == null) {
        faults.add("The colour '" + name + "' is missing.");
      } else if (!COLOUR.matcher(colour).matches()) {
        faults.add("'" + name + "' must be a colour such as #1c8f6c.");
      }
    }
    if (faults.isEmpty()) {
      LOOKS.forEach(look -> readable(look, colours, faults));
    }
    return faults;
  }

  private static void readable(String look, Map<String, String> colours, List<String> faults) {
    for (String part : List.of("core", "edge")) {
      String on = colours.get(look + "-" + part);
      double contrast = contrast(colours.get(look + "-ink"), on);
      if (contrast < READABLE) {
        faults.add(
            "%s-ink on %s-%s has a contrast of %.1f; words need 4.5."
                .formatted(look, look, part, contrast));
      }
    }
    for (String part : AROUND) {
      double need = part.equals("calm") ? CALM : VISIBLE;
      double contrast = contrast(colours.get(part), colours.get(look + "-ground"));
      if (contrast < need) {
        faults.add(
            "%s on %s-ground has a contrast of %.2f; it needs %s."
                .formatted(part, look, contrast, need));
      }
    }
  }

  /** By WCAG 2.2's formula, 1 to 21. */
  static double contrast(String a, String b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  static double linear(String colour, int at) {
    double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
