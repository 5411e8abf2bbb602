package org.dashdot.research;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dashdot.ticket.Link;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who follows a link out sees the time of the ticket. */
class LinksOutTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "http://p:9090/graph?g0.expr=up+%3D%3D+0&g0.tab=1,"
        + " http://p:9090/graph?g0.expr=up+%3D%3D+0&g0.tab=0&g0.range_input=75m&g0.end_input=2026-03-01+12%3A15%3A00",
    "https://g/d/abc/node?orgId=1&from=now-6h&to=now,"
        + " https://g/d/abc/node?orgId=1&from=1772362800000&to=1772367300000",
    "https://g/alerting/grafana/x/view?orgId=1,"
        + " https://g/alerting/grafana/x/view?orgId=1&from=1772362800000&to=1772367300000",
    "https://wiki/runbook#part, https://wiki/runbook#part",
    "https://odd/{x}|y, https://odd/{x}|y",
  })
  void theTimeOfTheTicketIsInTheLink(String from, String to) {
    assertThat(
            LinksOut.at(List.of(new Link("Source", from)), START, START.plus(Duration.ofDays(1))))
        .extracting(Link::url)
        .containsExactly(to);
  }
}
