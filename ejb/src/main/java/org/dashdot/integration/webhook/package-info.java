/** Messages as JSON to an address that somebody chose, signed. */
package org.dashdot.integration.webhook;
