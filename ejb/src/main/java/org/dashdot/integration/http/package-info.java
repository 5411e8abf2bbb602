/** The built-in check of a URL. */
package org.dashdot.integration.http;
