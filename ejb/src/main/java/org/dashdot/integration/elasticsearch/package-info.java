/** Saved searches of an Elasticsearch or OpenSearch, and what Kibana and Watcher push. */
package org.dashdot.integration.elasticsearch;
