/**
 * Signals become deduplicated conditions over time. Calls {@code signal} and below; knows no
 * ticket.
 */
package org.dashdot.imperfection;
