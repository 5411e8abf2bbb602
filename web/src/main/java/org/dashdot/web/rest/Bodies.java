package org.dashdot.web.rest;

import jakarta.ws.rs.ClientErrorException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body up to a limit and says so when it is larger. */
final class Bodies {

  private Bodies() {}

  static byte[] read(InputStream in, int largest) throws IOException {
    return read(in, null, largest);
  }

  /**
   * Reads what came as it is or gzipped; the limit holds for what came and for what it unpacks to.
   *
   * @param encoding the header Content-Encoding; null or empty when there is none
   */
  static byte[] read(InputStream in, String encoding, int largest) throws IOException {
    try {
      return Unpacking.unpack(Unpacking.bounded(in, largest), encoding, largest);
    } catch (Unpacking.Refused e) {
      throw new ClientErrorException(e.getMessage(), e.status, e);
    }
  }
}
