package app.marquee.proposals.posters;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address a poster may be fetched from: https, port 443, a host of the allow-list by its name,
 * nobody's name or password in it.
 *
 * @param target path and query
 */
record PosterUrl(String host, String target) {
  private static final int LONGEST = 2048;
  private static final int HTTPS = 443;

  // The last label has a letter first: no form of a number is a name.
  private static final Pattern NAME =
      Pattern.compile("([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]([a-z0-9-]*[a-z0-9])?");

  // Providers name the largest picture they have, of 5,000 pixels and many megabytes.
  private static final Pattern AMAZON = Pattern.compile("\\._V1_(\\.[a-z]+)$");
  private static final Pattern TMDB = Pattern.compile("^/t/p/original/");

  /** Errors: {@link NoPoster}. */
  static PosterUrl parse(String text, Collection<String> hosts) {
    URI uri = uri(text);
    refuseIf(!"https".equalsIgnoreCase(uri.getScheme()), "is not https");
    refuseIf(uri.getHost() == null, "has no host");
    refuseIf(uri.getRawUserInfo() != null, "has user information");
    refuseIf(uri.getPort() != -1 && uri.getPort() != HTTPS, "has a port of its own");
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    refuseIf(!isName(host), "has no name for a host");
    refuseIf(!hosts.contains(host), "is of a host that is not allowed: " + host);
    return new PosterUrl(host, target(uri));
  }

  /** Whether it names a host, and is no address in any notation. */
  static boolean isName(String host) {
    return NAME.matcher(host).matches();
  }

  private static URI uri(String text) {
    refuseIf(text.length() > LONGEST, "is too long");
    try {
      return new URI(new URI(text).toASCIIString());
    } catch (URISyntaxException e) {
      throw NoPoster.refused("the address is none: " + e.getReason());
    }
  }

  private static String target(URI uri) {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String wide = String.valueOf(PosterSize.FULL.width());
    String smaller =
        TMDB.matcher(AMAZON.matcher(path).replaceFirst("._V1_SX" + wide + "$1"))
            .replaceFirst("/t/p/w" + wide + "/");
    return uri.getRawQuery() == null ? smaller : smaller + "?" + uri.getRawQuery();
  }

  private static void refuseIf(boolean wrong, String why) {
    if (wrong) {
      throw NoPoster.refused("the address " + why);
    }
  }
}
