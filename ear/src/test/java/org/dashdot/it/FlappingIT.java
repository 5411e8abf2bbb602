package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes and goes is one ticket, told once, and somebody is asked to mend its check. */
@Tag("once")
class FlappingIT {

  private final Rest rest = new Rest(RunningServer.shared());

  private void comesAndGoes(int ticket) {
    rest.fire(Rest.over("Fluttering", "flap-1", "warning"));
    assertThat(rest.burns(ticket)).isFalse();
    rest.fire(Rest.alert("Fluttering", "flap-1", "warning"));
    assertThat(rest.burns(ticket)).isTrue();
  }

  @Test
  void isOneTicketAndAsksToTuneItsCheck() {
    rest.fire(Rest.alert("Fluttering", "flap-1", "warning"));
    int ticket = rest.awaitTicket("Fluttering on flap-1");
    comesAndGoes(ticket);
    comesAndGoes(ticket);
    assertThat(rest.timeline(ticket)).doesNotContain("FLAPPING");

    comesAndGoes(ticket);
    comesAndGoes(ticket);

    assertThat(rest.timeline(ticket)).containsOnlyOnce("FLAPPING");
    assertThat(rest.tickets("Fluttering on flap-1")).containsExactly(ticket);
    int tune = rest.awaitTicket("Tune the check Fluttering");
    assertThat(rest.<String>of(tune, "priority")).isEqualTo("P4");
    rest.fire(Rest.over("Fluttering", "flap-1", "warning"));
    Rest.eventually().until(() -> rest.status(ticket).equals("CLOSED"));
  }
}
