/** The domain's ports, implemented over the engine. */
package org.dashdot.bpmn.adapter;
