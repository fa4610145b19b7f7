package app.marquee.security;

import app.marquee.db.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A token as we keep it: never the secret, only its hash (hex SHA-256).
 *
 * @param memberId for whom it acts, and whose name and role these are; null for a program's own
 */
record ApiToken(String name, String role, String hash, Long memberId) {
  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new secret of 256 bits; the prefix lets scanners of leaked secrets know it. */
  static String newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return "marquee_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
  }

  static ApiToken of(String name, String role, String secret) {
    return new ApiToken(name, role, Sha256.hex(secret), null);
  }

  /** Whether this is the token of that hash, found out in a time that tells nothing. */
  boolean hasHash(String other) {
    return MessageDigest.isEqual(
        hash.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }
}
