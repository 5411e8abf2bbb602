package org.dashdot.ticket;

import java.time.Instant;

/** A ticket in a list. */
public record TicketRow(
    long number,
    String title,
    Priority priority,
    TicketStatus status,
    boolean unconfirmed,
    String team,
    String assignee,
    String source,
    Instant openedAt,
    Instant closedAt) {}
