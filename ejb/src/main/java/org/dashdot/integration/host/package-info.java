/** The machine that dash-dot runs on, read through OSHI. */
package org.dashdot.integration.host;
