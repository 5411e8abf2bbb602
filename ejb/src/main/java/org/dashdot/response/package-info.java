/**
 * What could be done without us: the automation review of each closed ticket and the models of
 * response workflows. Calls {@code ticket} and below.
 */
package org.dashdot.response;
