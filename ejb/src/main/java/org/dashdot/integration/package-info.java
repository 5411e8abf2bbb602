/**
 * One folder per system that dash-dot joins; here only what several of them share. They know ports
 * and values, never the intake and never each other.
 */
package org.dashdot.integration;
