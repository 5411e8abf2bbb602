package org.dashdot.web.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Errors that no domain knows; for example a body that is not JSON where JSON was asked for. */
@Provider
public class UnexpectedProblems implements ExceptionMapper<java.io.IOException> {

  @Override
  public Response toResponse(java.io.IOException error) {
    return Problem.answer(400, "Not understood", "The body could not be read.", null);
  }
}
