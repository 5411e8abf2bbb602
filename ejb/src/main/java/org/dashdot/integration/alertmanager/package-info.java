/** Alertmanager: its webhook, version 4. */
package org.dashdot.integration.alertmanager;
