package org.dashdot.signal;

import java.time.Instant;

/**
 * One measured value. Its metric and labels are its series.
 *
 * @param metric what was measured, in its source's words, for example {@code mem_used_percent}
 * @param labels of what: host, disk, interface; a host stands in {@code host} or {@code instance}
 * @param value finite
 * @param at when it was measured
 */
public record Sample(String metric, Labels labels, double value, Instant at) {}
