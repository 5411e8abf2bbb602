/** Grafana's own alerting. */
package org.dashdot.integration.grafana;
