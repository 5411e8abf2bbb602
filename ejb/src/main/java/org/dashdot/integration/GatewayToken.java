package org.dashdot.integration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dashdot.shared.Settings;

/**
 * What stands at the end of the address that a gateway calls back. Unless one is set it is made of
 * the gateway's password, so that all nodes know the same and nothing is stored.
 */
public final class GatewayToken {

  private GatewayToken() {}

  /**
   * @param chosen null when none is set
   */
  public static String of(String gateway, String chosen, String password) {
    if (chosen != null) {
      return chosen;
    }
    byte[] key = ("dash-dot " + password).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(hmac("HmacSHA256", key, "hooks " + gateway));
  }

  /** Without telling by the time it takes how much of it is right. */
  public static boolean same(String token, String expected) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }

  /** The address that the gateway calls back. */
  public static String address(String gateway, String token) {
    return Settings.publicUrl() + "/hooks/" + gateway + "/" + token;
  }

  public static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + algorithm, e);
    }
  }
}
