package org.dashdot.integration.grafana;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Undecodable;

/**
 * Grafana's HMAC-SHA256 (its documentation, webhook notifier): hexadecimal, over the body, or over
 * the time in seconds, a colon and the body when a timestamp header is named.
 */
@ApplicationScoped
public class Signature {

  private static final String HEADER = "X-Grafana-Alerting-Signature";

  @Inject Settings settings;

  /**
   * Nothing is required of a source without a secret.
   *
   * @throws Undecodable when the signature is missing, wrong or too old
   */
  void require(Delivery delivery) {
    if (delivery.secret() == null) {
      return;
    }
    String given = delivery.header(HEADER);
    if (given.isEmpty()) {
      throw new Undecodable(
          "The header " + HEADER + " is missing: set the HMAC secret of the contact point.");
    }
    String time = delivery.header(settings.text("grafana.timestamp-header"));
    if (!time.isEmpty()) {
      requireFresh(time, delivery.receivedAt());
    }
    byte[] expected = signature(delivery, time).getBytes(StandardCharsets.US_ASCII);
    byte[] actual =
        given.trim().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, actual)) {
      throw new Undecodable(
          "The header "
              + HEADER
              + " does not fit this body: compare the secret, and the name of the timestamp header"
              + " with the setting grafana.timestamp-header.");
    }
  }

  private void requireFresh(String time, Instant now) {
    Instant signed;
    try {
      signed = Instant.ofEpochSecond(Long.parseLong(time.trim()));
    } catch (NumberFormatException | java.time.DateTimeException e) {
      throw new Undecodable("The timestamp header is no time in seconds: " + time, e);
    }
    Instant oldest = now.minus(settings.duration("grafana.signature-lasts"));
    if (signed.isBefore(oldest)) {
      throw new Undecodable("The message was signed at " + signed + ", too long ago.");
    }
  }

  private static String signature(Delivery delivery, String time) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(delivery.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      if (!time.isEmpty()) {
        mac.update((time + ":").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(mac.doFinal(delivery.body()));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
