/**
 * Authentication over HTTP: the one place in this module that sees Servlet types. Calls only {@code
 * access} and {@code shared}.
 */
package org.dashdot.access.http;
