package org.dashdot.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dashdot.signal.Labels;

/** Everything that a ticket's page or REST answer shows, read in one transaction. */
public record TicketView(
    long number,
    String title,
    Priority priority,
    TicketStatus status,
    boolean unconfirmed,
    Outcome outcome,
    String team,
    Long teamId,
    String assignee,
    Long assigneeId,
    String source,
    String groupKey,
    Map<String, String> labels,
    String runbookUrl,
    List<Link> links,
    Instant openedAt,
    Instant acknowledgedAt,
    Instant clearedAt,
    Instant resolvedAt,
    Instant closedAt,
    Instant overdueAt,
    Instant snoozedUntil,
    int reopened,
    String cause,
    String response,
    Long mergedInto,
    Collects collects,
    boolean flapping,
    Suggestion suggestion,
    List<ImperfectionView> imperfections) {

  /** What a person wrote on the last ticket of this class; null when there was none. */
  public record Suggestion(long ticket, String cause, String response) {}

  /** An imperfection on the ticket. */
  public record ImperfectionView(
      long id,
      String name,
      String state,
      String severity,
      Map<String, String> labels,
      Map<String, String> annotations,
      Instant startsAt,
      Instant lastSeenAt,
      Instant clearedAt,
      long times,
      String generatorUrl) {

    /** Host or service where it burns; empty when it names none. */
    public String place() {
      Labels known = Labels.of(labels);
      return known.host().or(known::service).orElse("");
    }
  }

  /** Still burning, said as a fact. */
  public boolean burning() {
    return status.burning();
  }
}
