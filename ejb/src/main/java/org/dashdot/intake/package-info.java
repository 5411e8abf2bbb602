/**
 * The one door for signals and the beat of everything that runs by itself. Knows the rooms above
 * and every integration only through ports.
 */
package org.dashdot.intake;
