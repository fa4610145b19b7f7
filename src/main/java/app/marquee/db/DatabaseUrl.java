package app.marquee.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a PostgreSQL database is and who we are there.
 *
 * <p>Written {@code postgresql://user:password@host:port/database?sslmode=require}, each part
 * percent-encoded. Known parameters: {@code sslmode} and {@code application_name}. Errors: {@link
 * IllegalArgumentException} whose message never repeats the address, for it holds a password.
 */
public record DatabaseUrl(
    String host,
    int port,
    String database,
    String user,
    String password,
    Map<String, String> parameters) {
  private static final int DEFAULT_PORT = 5432;
  private static final Set<String> SCHEMES = Set.of("postgresql", "postgres");
  private static final Set<String> KNOWN_PARAMETERS = Set.of("sslmode", "application_name");
  private static final String FORM = "postgresql://user:password@host:port/database";

  public static DatabaseUrl parse(String text) {
    URI uri = uri(text);
    if (uri.getHost() == null || uri.getRawUserInfo() == null || uri.getRawPath().length() < 2) {
      throw malformed();
    }
    String[] account = uri.getRawUserInfo().split(":", 2);
    return new DatabaseUrl(
        uri.getHost(),
        uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
        decode(uri.getRawPath().substring(1)),
        decode(account[0]),
        account.length > 1 ? decode(account[1]) : "",
        parameters(uri.getRawQuery()));
  }

  /** As the JDBC driver takes it, account left out. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + address("ApplicationName");
  }

  /** As the reactive client takes it, account left out. */
  public String reactiveUrl() {
    return "postgresql://" + address("application_name");
  }

  public DatabaseUrl withDatabase(String name) {
    return new DatabaseUrl(host, port, name, user, password, parameters);
  }

  /** As {@link #parse} takes it, password and all: for configuration, never for a log. */
  public String withPassword() {
    return "postgresql://"
        + encode(user)
        + ":"
        + encode(password)
        + "@"
        + address("application_name");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
  }

  private String address(String nameOfApplicationName) {
    StringBuilder address = new StringBuilder(host + ":" + port + "/" + encode(database));
    char separator = '?';
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      address.append(separator);
      address.append(name.equals("application_name") ? nameOfApplicationName : name);
      address.append('=').append(encode(parameter.getValue()));
      separator = '&';
    }
    return address.toString();
  }

  private static URI uri(String text) {
    try {
      URI uri = new URI(text.strip());
      if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme())) {
        throw malformed();
      }
      return uri;
    } catch (URISyntaxException e) {
      throw malformed();
    }
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new TreeMap<>();
    if (query == null || query.isEmpty()) {
      return parameters;
    }
    for (String parameter : query.split("&")) {
      String[] pair = parameter.split("=", 2);
      if (!KNOWN_PARAMETERS.contains(pair[0]) || pair.length < 2) {
        throw new IllegalArgumentException(
            "unknown parameter '%s'; known: %s"
                .formatted(
                    pair[0], String.join(", ", KNOWN_PARAMETERS.stream().sorted().toList())));
      }
      parameters.put(pair[0], decode(pair[1]));
    }
    return parameters;
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "must have the form " + FORM + ", special characters percent-encoded");
  }

  // In a URL a plus is a plus; only in forms it is a space.
  private static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String encode(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
