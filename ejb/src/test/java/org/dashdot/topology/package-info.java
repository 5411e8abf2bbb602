/** Tests of what rests on what. */
package org.dashdot.topology;
