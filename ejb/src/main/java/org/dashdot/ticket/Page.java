package org.dashdot.ticket;

import java.util.List;

/**
 * A page of a list that is walked by cursors.
 *
 * @param next the cursor of the following page; null at the end
 * @param previous the cursor of the page before; null at the beginning
 * @param total exact up to 10,000, then 10,000
 */
public record Page<T>(
    List<T> items, String next, String previous, long total, boolean totalExact) {}
