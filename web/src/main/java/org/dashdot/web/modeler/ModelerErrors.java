package org.dashdot.web.modeler;

import jakarta.ejb.EJBException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;
import org.dashdot.access.NotAllowed;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;

/** Errors as Camunda writes them, so that Modeler can show the sentence to its user. */
@Provider
public class ModelerErrors implements ExceptionMapper<RuntimeException> {

  private static final Logger LOG = System.getLogger(ModelerErrors.class.getName());

  @Override
  public Response toResponse(RuntimeException error) {
    Throwable cause = cause(error);
    if (cause instanceof InvalidInput) {
      return answer(422, "InvalidModel", cause.getMessage());
    }
    if (cause instanceof NotAllowed) {
      return answer(403, "AuthorizationException", cause.getMessage());
    }
    if (cause instanceof Unknown) {
      return answer(404, "InvalidRequestException", cause.getMessage());
    }
    if (cause instanceof Conflict) {
      return answer(409, "OptimisticLockingException", cause.getMessage());
    }
    if (cause instanceof WebApplicationException web) {
      return refused(web);
    }
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected error " + id, error);
    return answer(500, "RestException", "Unexpected error. Tell an administrator: " + id);
  }

  /** What is not offered looks as if it did not exist, whichever way it was asked for. */
  private static Response refused(WebApplicationException error) {
    int status = error.getResponse().getStatus();
    return switch (status) {
      case 404, 405 ->
          answer(
              404, "NotFoundException", "dash-dot offers Modeler only connect, deploy and read.");
      case 415 -> answer(415, "RestException", "Send the deployment as multipart/form-data.");
      case 406 -> answer(406, "RestException", "Answers are application/json only.");
      default -> answer(status, "RestException", error.getMessage());
    };
  }

  private static Throwable cause(Throwable error) {
    Throwable at = error;
    while (at instanceof EJBException && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }

  static Response answer(int status, String type, String message) {
    return Response.status(status)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(Map.of("type", type, "message", String.valueOf(message)))
        .build();
  }
}
