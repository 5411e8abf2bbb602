/**
 * Decides by checks which measured values and logged lines are imperfections. Checks are data: some
 * ship with the product, all can be edited, every version is kept. Knows signals; knows neither
 * tickets nor who measures.
 */
package org.dashdot.check;
