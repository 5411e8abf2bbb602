package org.dashdot.signal;

/** A source did not answer, or not with sense; nothing can be concluded about what it watches. */
public class SourceUnreachable extends RuntimeException {

  public SourceUnreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
