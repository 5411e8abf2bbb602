/**
 * What sources say, normalised: signals, their labels and fingerprints, the sources themselves and
 * their raw words. Calls {@code access} and {@code shared}.
 */
package org.dashdot.signal;
