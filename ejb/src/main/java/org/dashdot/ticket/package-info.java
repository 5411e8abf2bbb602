/**
 * The unit of work and everything a person does with it: tickets, their timeline, their human
 * steps, and the dot that counts them. Calls {@code imperfection}, {@code oncall} and below. What
 * the process engine does for it stands behind ports.
 */
package org.dashdot.ticket;
