/**
 * The processes: models, their activities, the engine and the one start-up of the application.
 * Knows the domain and the engine; no pages, no REST, no entity manager.
 */
package org.dashdot.bpmn;
