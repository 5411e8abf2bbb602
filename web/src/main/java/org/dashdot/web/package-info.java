/**
 * The portal and the REST interfaces: pages, view beans and resources over the domain's use cases.
 */
package org.dashdot.web;
