/** Mail over the server's mail session (Jakarta Mail). */
package org.dashdot.integration.mail;
