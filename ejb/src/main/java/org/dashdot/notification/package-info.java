/**
 * Telling people: a row first, then the attempt, its retries and its outcome. Calls {@code ticket}
 * and below.
 */
package org.dashdot.notification;
