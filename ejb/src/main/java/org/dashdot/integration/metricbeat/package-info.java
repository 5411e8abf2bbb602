/** What Metricbeat wrote into an Elasticsearch or OpenSearch, as measured values. */
package org.dashdot.integration.metricbeat;
