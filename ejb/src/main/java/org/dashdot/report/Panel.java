package org.dashdot.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dashdot.access.Role;

/** A part of the dash, and for whom it comes how early. */
public enum Panel {
  /** The steps that wait. */
  WORK,
  /** The four questions of the ticket at hand. */
  QUESTIONS,
  /** What comes again and again. */
  CLASSES,
  /** Where it burns, of what one looks after. */
  PLACES,
  /** State and trend. */
  STATE,
  /** How duty weighs on people. */
  LOAD,
  /** What dash-dot cannot see or do. */
  WATCH;

  /** In the order in which they are shown to who has never changed it. */
  static List<Panel> usual(Role role) {
    return switch (role) {
      case OPERATOR -> List.of(WORK, QUESTIONS);
      case ENGINEER -> List.of(QUESTIONS, WORK, CLASSES);
      case DEVELOPER, NETWORK, HARDWARE -> List.of(PLACES, QUESTIONS, WORK);
      case MANAGER -> List.of(STATE, LOAD, CLASSES, WORK);
      case ADMIN -> List.of(WATCH, WORK);
    };
  }

  /** Of who has several roles, the first role's panels come first. */
  static List<Panel> usual(Set<Role> roles) {
    List<Panel> panels = new ArrayList<>();
    roles.stream()
        .sorted(Comparator.comparing(Role::ordinal))
        .flatMap(role -> usual(role).stream())
        .filter(panel -> !panels.contains(panel))
        .forEach(panels::add);
    if (panels.isEmpty()) {
      panels.add(WORK);
    }
    return panels;
  }

  /** Those that a list of them does not name, in their own order. */
  static List<Panel> others(List<Panel> named) {
    return Arrays.stream(values()).filter(panel -> !named.contains(panel)).toList();
  }
}
