/**
 * Finds whatever has a word in it, among tickets, people, things and checks. Asks the rooms above
 * and decides nothing.
 */
package org.dashdot.search;
