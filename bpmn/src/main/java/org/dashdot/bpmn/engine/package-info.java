/** Builds, starts and stops the process engine inside the server's transactions and threads. */
package org.dashdot.bpmn.engine;
