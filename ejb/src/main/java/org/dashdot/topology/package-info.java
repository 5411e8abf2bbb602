/**
 * Hosts, services and devices, and what rests on what: from the labels of what was reported, and
 * from imported inventories. Where no edge is known, that is said.
 */
package org.dashdot.topology;
