package org.dashdot.signal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * SHA-256 over a signal's identity labels, sorted, each name and value ended by a byte that UTF-8
 * never uses. Computed here and nowhere else.
 */
public record Fingerprint(String value) {

  private static final byte SEPARATOR = (byte) 0xff;

  /**
   * @param ignored labels that do not identify, such as a Prometheus's external labels, which its
   *     pushes carry and its API does not
   */
  public static Fingerprint of(Labels labels, Set<String> ignored) {
    MessageDigest digest = sha256();
    labels
        .values()
        .forEach(
            (name, value) -> {
              if (!ignored.contains(name)) {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(SEPARATOR);
                digest.update(value.getBytes(StandardCharsets.UTF_8));
                digest.update(SEPARATOR);
              }
            });
    return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
  }

  /** A digest for keys of a fixed length made of longer texts. */
  public static String hash(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
