package app.marquee.security;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Base64;

/**
 * An issuer of tokens on the loopback interface: its discovery document, its key, its signature.
 */
final class OidcIssuer implements AutoCloseable {
  private static final int KEY_BITS = 2048;
  private static final String KEY_ID = "the-key";

  private final HttpServer server;
  private final KeyPair keys = newKeys();

  OidcIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(address(), address()));
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    answer(
        "/keys",
        ("{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"%s\","
                + "\"n\":\"%s\",\"e\":\"%s\"}]}")
            .formatted(
                KEY_ID,
                base64(unsigned(key.getModulus().toByteArray())),
                base64(unsigned(key.getPublicExponent().toByteArray()))));
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  /** A token of this issuer for us, ending so many seconds from now. */
  String token(String name, String roles, int seconds) {
    return token(claims(address(), "marquee", name, roles, seconds), keys);
  }

  String tokenFor(String audience) {
    return token(claims(address(), audience, "ada", "\"chef\"", 300), keys);
  }

  String tokenFrom(String issuer) {
    return token(claims(issuer, "marquee", "ada", "\"chef\"", 300), keys);
  }

  /** Signed by somebody who says to be this issuer. */
  String forgedToken() {
    return token(claims(address(), "marquee", "ada", "\"chef\"", 300), newKeys());
  }

  private static String claims(
      String issuer, String audience, String name, String roles, int seconds) {
    long now = Clock.systemUTC().instant().getEpochSecond();
    return "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"groups\":[%s],\"iat\":%d,\"exp\":%d}"
        .formatted(issuer, audience, name, roles, now - 600, now + seconds);
  }

  private static String token(String claims, KeyPair by) {
    String signed =
        base64(
                "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}"
                    .formatted(KEY_ID)
                    .getBytes(StandardCharsets.UTF_8))
            + '.'
            + base64(claims.getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(by.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + '.' + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(KEY_BITS);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] unsigned(byte[] number) {
    return number[0] == 0 ? java.util.Arrays.copyOfRange(number, 1, number.length) : number;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
