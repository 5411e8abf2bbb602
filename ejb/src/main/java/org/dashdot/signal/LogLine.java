package org.dashdot.signal;

import java.time.Instant;

/**
 * One logged line.
 *
 * @param id the same when the same line is brought again; never null
 * @param at when it was logged, in the year that its arrival suggests where the format has none
 * @param host who logged it; maybe empty
 * @param application the program, for example {@code kernel}; maybe empty
 * @param severity 0 (emergency) to 7 (debug), RFC 5424; 6 when the line has none
 * @param facility 0 to 23, RFC 5424; 1 (user) when the line has none
 * @param message without the header; not empty
 * @param labels what else identifies where it comes from
 */
public record LogLine(
    String id,
    Instant at,
    String host,
    String application,
    int severity,
    int facility,
    String message,
    Labels labels) {}
