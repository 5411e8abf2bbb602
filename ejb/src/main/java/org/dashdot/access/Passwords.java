package org.dashdot.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Password hashes: PBKDF2 with HMAC-SHA-256 (RFC 8018), 310,000 rounds, a salt of 128 bits, stored
 * as {@code rounds:salt:hash} so that the rounds can rise later.
 */
public final class Passwords {

  private static final int ROUNDS = 310_000;
  private static final int BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LEAST_LENGTH = 10;

  private Passwords() {}

  public static boolean strongEnough(String password) {
    return password != null && password.length() >= LEAST_LENGTH && password.length() <= 200;
  }

  public static String hash(String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return ROUNDS
        + ":"
        + base64.encodeToString(salt)
        + ":"
        + base64.encodeToString(derive(password, salt, ROUNDS));
  }

  /** Takes as long for an unknown person (hash null) as for a known one. */
  public static boolean matches(String password, String hash) {
    String known = hash == null ? ROUNDS + ":AAAAAAAAAAAAAAAAAAAAAA:" : hash;
    String[] parts = known.split(":", -1);
    byte[] derived =
        derive(password, Base64.getDecoder().decode(parts[1]), Integer.parseInt(parts[0]));
    return MessageDigest.isEqual(derived, Base64.getDecoder().decode(parts[2]));
  }

  private static byte[] derive(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }
}
