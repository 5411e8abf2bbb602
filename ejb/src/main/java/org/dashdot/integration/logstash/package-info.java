/** Logstash's {@code http} output: events as JSON, one by one or in batches. */
package org.dashdot.integration.logstash;
