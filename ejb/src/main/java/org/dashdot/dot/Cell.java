package org.dashdot.dot;

import org.dashdot.ticket.Priority;

/**
 * One cell of the ring: a place, or several neighbours when there are too many to be drawn.
 *
 * @param key of the place, or the {@link Scope} of several
 * @param tier its arc; empty for what burns nowhere in particular
 * @param name of the place, or of the first and last of several
 * @param places how many; 0 for what burns nowhere in particular
 * @param worst the most urgent open priority; null when nothing burns
 * @param high as the disc counts them: a storm as its high groups
 * @param unsure whether nobody can tell about some of it
 */
public record Cell(
    String key,
    String tier,
    String name,
    int places,
    Priority worst,
    int high,
    int low,
    boolean unsure) {}
