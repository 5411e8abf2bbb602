/** Tests of what checks make of values and lines. */
package org.dashdot.check;
