/**
 * The built product, started as a person would start it, and what it must do then: every test here
 * meets the packed application in the provisioned server, on each database.
 */
package org.dashdot.it;
