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
 */
public record Delivery(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body,
    Instant receivedAt) {

  /** The first header of that name, or an empty text. */
  public String header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? "" : values.get(0);
  }
}
