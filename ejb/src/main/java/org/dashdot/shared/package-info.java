/**
 * Ground floor: time, settings, and the words by which any room says what went wrong. Calls nobody.
 */
package org.dashdot.shared;
