package org.dashdot.dot;

import java.time.Instant;
import org.dashdot.ticket.Priority;

/**
 * One open ticket between disc and ring.
 *
 * @param cell the key of the cell in which it burns
 * @param who the name of who has it; null when it is nobody's
 * @param groups how many high groups it stands for: those of a storm, else 1
 * @param stage how far it has come, 0 to 1
 * @param acknowledgeBy when it must be taken; null when it was or need not be
 * @param touchedAt when a person last did something with it; null when nobody has
 * @param overdueAt when it should have been resolved; maybe null
 */
public record Mote(
    long number,
    String title,
    Priority priority,
    String cell,
    String who,
    int groups,
    double stage,
    Instant openedAt,
    Instant acknowledgeBy,
    Instant touchedAt,
    Instant overdueAt) {}
