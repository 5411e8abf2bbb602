package org.dashdot.web.page;

import jakarta.faces.application.ViewExpiredException;
import java.util.Optional;
import org.dashdot.access.LoginTooOld;
import org.dashdot.access.NotAllowed;
import org.dashdot.intake.IntakeClosed;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.Undecodable;

/** Finds the domain's own word in what the container wrapped around it. */
public final class Refusals {

  /** Where a session keeps the sentence for the error page; the flash is too late in a drawing. */
  public static final String KEPT = "org.dashdot.refusal";

  private Refusals() {}

  /** What was foreseen among the causes; else the error itself. */
  public static Throwable root(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (refusal(at) || at instanceof ViewExpiredException) {
        return at;
      }
    }
    return error;
  }

  /** The sentence of a refusal; empty when the error was not foreseen. */
  public static Optional<String> sentence(Throwable error) {
    Throwable root = root(error);
    return refusal(root) ? Optional.ofNullable(root.getMessage()) : Optional.empty();
  }

  private static boolean refusal(Throwable error) {
    return error instanceof InvalidInput
        || error instanceof Conflict
        || error instanceof NotAllowed
        || error instanceof LoginTooOld
        || error instanceof Unknown
        || error instanceof Undecodable
        || error instanceof IntakeClosed;
  }
}
