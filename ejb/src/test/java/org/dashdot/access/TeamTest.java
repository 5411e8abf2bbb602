package org.dashdot.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TeamTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant WEDNESDAY = Instant.parse("2026-11-25T14:37:00Z");

  @Test
  void turnsBeginOnTheLastMondayAtNineInTheTeamsZone() {
    assertThat(Team.usualStart(WEDNESDAY, BERLIN)).isEqualTo("2026-11-23T08:00:00Z");
  }

  @Test
  void inAnotherZoneTheyBeginAtTheSameTimeOfDay() {
    Team team = new Team("db", BERLIN, Team.usualStart(WEDNESDAY, BERLIN));
    team.describe("db", ZoneId.of("America/New_York"));
    assertThat(team.rotationStart()).isEqualTo("2026-11-23T14:00:00Z");
  }
}
