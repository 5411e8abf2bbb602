/** REST at {@code /api}: JSON, problem+json errors, one resource class per noun. */
package org.dashdot.web.rest;
