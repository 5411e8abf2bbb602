/**
 * Finding the cause: the four questions about a ticket, what stored data says to each, and what
 * people found where they looked. It reads {@code ticket}, {@code topology} and below.
 */
package org.dashdot.research;
