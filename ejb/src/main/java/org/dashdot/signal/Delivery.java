package org.dashdot.signal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bytes that somebody pushed, exactly as they came.
 *
 * @param path what follows the integration's own path, maybe empty
 * @param headers names in lower case
 * @param secret what the sender signs with, from the environment; null when none is set
 */
public record Delivery(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body,
    Instant receivedAt,
    String secret) {

  /** The first header of that name, or an empty text. */
  public String header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The same, told what its sender signs with. */
  public Delivery signedWith(String secret) {
    return new Delivery(method, path, query, headers, body, receivedAt, secret);
  }

  @Override
  public String toString() {
    return method + " " + path + ", " + body.length + " bytes";
  }
}
