/**
 * What models may call: each a thin step that reads the ticket's number and calls one use case.
 * Only beans of this package can be named in a deployed model.
 */
package org.dashdot.bpmn.activity;
