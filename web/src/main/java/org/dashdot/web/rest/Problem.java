package org.dashdot.web.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An error as RFC 9457 writes it.
 *
 * @param field the field at fault; null when there is none
 */
public record Problem(String type, String title, int status, String detail, String field) {

  static final MediaType TYPE = new MediaType("application", "problem+json");

  static Response answer(int status, String title, String detail, String field) {
    return Response.status(status)
        .type(TYPE)
        .entity(new Problem("about:blank", title, status, detail, field))
        .build();
  }
}
