package org.dashdot.oncall;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The plans of all rotations, each team's in the order in which they are asked. */
public record Roster(List<Line> lines) {

  /** One rotation. */
  public record Line(
      Long rotation, Long team, String name, ZoneId zone, boolean watched, Plan plan) {}

  List<Line> of(Long team) {
    return lines.stream().filter(line -> line.team().equals(team)).toList();
  }

  Optional<Line> rotation(Long id) {
    return lines.stream().filter(line -> line.rotation().equals(id)).findFirst();
  }
}
