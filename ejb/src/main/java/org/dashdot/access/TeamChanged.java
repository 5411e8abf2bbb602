package org.dashdot.access;

/**
 * A team is new, has other members or another name; said in the same transaction to the rooms
 * above.
 *
 * @param formerName the same as now unless it was renamed
 */
public record TeamChanged(Team team, String formerName) {}
