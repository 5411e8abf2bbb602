/** Telegraf's metrics and syslog lines, in line protocol or JSON. */
package org.dashdot.integration.telegraf;
