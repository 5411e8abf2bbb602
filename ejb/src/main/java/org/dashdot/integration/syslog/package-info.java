/** Syslog: a listener of its own (RFC 5424, RFC 3164, RFC 6587, RFC 5425), and pushes as JSON. */
package org.dashdot.integration.syslog;
