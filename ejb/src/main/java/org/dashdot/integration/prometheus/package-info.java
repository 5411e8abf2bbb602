/** Prometheus: it pushes as to an Alertmanager, or its alerts are polled. */
package org.dashdot.integration.prometheus;
