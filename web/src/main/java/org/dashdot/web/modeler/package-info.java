/**
 * What Camunda Modeler's connect, deploy and read need, in the shape of Camunda's REST API, and
 * nothing else of it: an open engine API would be remote code execution. Speaks to the port {@code
 * ResponseModels} only, so the portal needs no engine on its class path.
 */
package org.dashdot.web.modeler;
