/**
 * Who is on duty for a team, when, and who comes next: rotations with their layers, overrides and
 * absences, and what is wrong with them. Calls {@code access} and {@code shared}.
 */
package org.dashdot.oncall;
