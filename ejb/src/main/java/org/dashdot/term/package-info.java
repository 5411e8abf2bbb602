/**
 * Decides by which words a text is found again, and keeps them in an index of its own. Knows
 * numbers and texts only; whose they are is for the rooms below.
 */
package org.dashdot.term;
