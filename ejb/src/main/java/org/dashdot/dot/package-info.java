/**
 * The picture around the dot's disc: what there is, where it burns, what was reported lately and
 * how busy everything is. It reads {@code ticket}, {@code topology}, {@code check} and below, and
 * changes nothing.
 */
package org.dashdot.dot;
