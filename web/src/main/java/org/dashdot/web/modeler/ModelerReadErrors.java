package org.dashdot.web.modeler;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;

/** A deployment that broke off or is no multipart at all. */
@Provider
public class ModelerReadErrors implements ExceptionMapper<IOException> {

  @Override
  public Response toResponse(IOException error) {
    return ModelerErrors.answer(
        400, "InvalidRequestException", "The deployment could not be read.");
  }
}
