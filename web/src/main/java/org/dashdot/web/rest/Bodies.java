package org.dashdot.web.rest;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

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

  /**
   * Reads what came as it is or gzipped; the limit holds for what it unpacks to.
   *
   * @param encoding the header Content-Encoding; null or empty when there is none
   */
  static byte[] read(InputStream in, String encoding, int largest) throws IOException {
    switch (encoding == null ? "" : encoding.trim().toLowerCase(Locale.ROOT)) {
      case "", "identity":
        return read(in, largest);
      case "gzip", "x-gzip":
        byte[] packed = read(in, largest);
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
          return read(unpacked, largest);
        } catch (ZipException | EOFException e) {
          throw new BadRequestException(
              "The body is not whole gzip, as its header Content-Encoding says: " + e.getMessage(),
              e);
        }
      default:
        throw new ClientErrorException(
            "The Content-Encoding " + encoding + " is not known here; send gzip or none.",
            Response.Status.UNSUPPORTED_MEDIA_TYPE);
    }
  }
}
