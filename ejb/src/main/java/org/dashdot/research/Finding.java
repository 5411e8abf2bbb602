package org.dashdot.research;

/**
 * What stored data says to a question.
 *
 * @param strength how much it speaks for this kind of cause; {@link Strength#NONE} when it speaks
 *     against it, {@link Strength#UNKNOWN} when it says what could not be looked at
 * @param text one sentence
 * @param ticket the ticket it is about; null when it is about none
 */
public record Finding(Strength strength, String text, Long ticket) {}
