/**
 * What is told of many tickets at once: the state, the trend, what comes again and again, and how a
 * person's dash is arranged. It reads everything above it.
 */
package org.dashdot.report;
