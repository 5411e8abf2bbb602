/**
 * What surrounds every page: addresses, headers and what becomes of errors. Knows the domain's
 * refusals by name and nothing else of it.
 */
package org.dashdot.web.page;
