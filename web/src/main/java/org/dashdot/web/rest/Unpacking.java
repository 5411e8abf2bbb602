package org.dashdot.web.rest;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks a body as its Content-Encoding says, never to more than a limit. */
final class Unpacking {

  private Unpacking() {}

  /** A body that is not taken: its HTTP status, and a sentence for its sender. */
  static final class Refused extends Exception {

    final int status;

    Refused(int status, String message, Throwable cause) {
      super(message, cause);
      this.status = status;
    }
  }

  /**
   * @param encoding the header Content-Encoding; null or empty when there is none
   * @throws Refused when it is damaged, too large or packed in another way
   */
  static byte[] unpack(byte[] body, String encoding, int largest) throws IOException, Refused {
    switch (encoding == null ? "" : encoding.trim().toLowerCase(Locale.ROOT)) {
      case "", "identity":
        return bounded(new ByteArrayInputStream(body), largest);
      case "gzip", "x-gzip":
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
          return bounded(plain, largest);
        } catch (ZipException | EOFException e) {
          throw new Refused(
              400, "The body is not whole gzip, as its header Content-Encoding says.", e);
        }
      default:
        throw new Refused(
            415, "The Content-Encoding " + encoding + " is not known; send gzip or none.", null);
    }
  }

  /**
   * @throws Refused when there is more than the limit
   */
  static byte[] bounded(InputStream in, int largest) throws IOException, Refused {
    byte[] bytes = in.readNBytes(largest + 1);
    if (bytes.length > largest) {
      throw new Refused(
          413,
          "The body is larger than "
              + (largest >> 20)
              + " MiB. Send smaller batches; nothing of it was taken.",
          null);
    }
    return bytes;
  }
}
