package org.dashdot.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.dashdot.access.LoginTooOld;
import org.dashdot.access.NotAllowed;
import org.dashdot.intake.IntakeClosed;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.Undecodable;
import org.dashdot.ticket.Overtaken;

/** Every refusal of the domain as an answer that says what, where and how to mend. */
@Provider
public class Problems implements ExceptionMapper<RuntimeException> {

  private static final Logger LOG = System.getLogger(Problems.class.getName());

  @Override
  public Response toResponse(RuntimeException error) {
    return of(root(error));
  }

  private static Response of(Throwable error) {
    if (error instanceof WebApplicationException web) {
      return refused(web);
    }
    if (error instanceof InvalidInput invalid) {
      return Problem.answer(422, "Invalid input", invalid.getMessage(), invalid.field());
    }
    if (error instanceof Undecodable) {
      return Problem.answer(400, "Not understood", error.getMessage(), null);
    }
    if (error instanceof Unknown) {
      return Problem.answer(404, "Not found", error.getMessage(), null);
    }
    if (error instanceof NotAllowed) {
      return Problem.answer(403, "Not allowed", error.getMessage(), null);
    }
    if (error instanceof LoginTooOld) {
      return Problem.answer(401, "Log in again", error.getMessage(), null);
    }
    if (error instanceof Overtaken) {
      return Problem.answer(412, "Changed meanwhile", error.getMessage(), null);
    }
    if (error instanceof Conflict) {
      return Problem.answer(409, "Conflict", error.getMessage(), null);
    }
    if (error instanceof IntakeClosed) {
      return Response.fromResponse(Problem.answer(503, "Try again", error.getMessage(), null))
          .header("Retry-After", "5")
          .build();
    }
    return unexpected(error);
  }

  /** What the framework refused, in our words: its own name classes, codes and hosts. */
  private static Response refused(WebApplicationException error) {
    int status = error.getResponse().getStatus();
    String sentence =
        switch (status) {
          case 404 -> "There is nothing at this address. /api/v1/openapi lists what there is.";
          case 405 ->
              "This address does not take this method. /api/v1/openapi lists what it takes.";
          case 406 -> "This address cannot answer in the format of the Accept header.";
          case 415 -> "This address does not take a body of this type.";
          default -> error.getMessage();
        };
    return Problem.answer(
        status, error.getResponse().getStatusInfo().getReasonPhrase(), sentence, null);
  }

  static Response unexpected(Throwable error) {
    String id = UUID.randomUUID().toString();
    LOG.log(Level.ERROR, "Unexpected error " + id, error);
    return Problem.answer(
        500, "Unexpected error", "Tell an administrator this number: " + id, null);
  }

  /** The container wraps what a bean throws; the domain's own word is inside. */
  private static Throwable root(Throwable error) {
    Throwable at = error;
    while (at instanceof jakarta.ejb.EJBException && at.getCause() != null) {
      at = at.getCause();
    }
    return at;
  }
}
