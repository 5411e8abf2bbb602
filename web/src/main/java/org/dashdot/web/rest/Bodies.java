package org.dashdot.web.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body up to a limit and says so when it is larger. */
final class Bodies {

  private Bodies() {}

  static byte[] read(InputStream in, int largest) throws IOException {
    byte[] bytes = in.readNBytes(largest + 1);
    if (bytes.length > largest) {
      throw new ClientErrorException(
          "The body is larger than "
              + (largest >> 20)
              + " MiB. Send smaller batches; nothing of it was taken.",
          Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }
    return bytes;
  }
}
