import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * {@code java Fetch.java SHA256 FILE [URL]}: loads the file if an address is given, and leaves it
 * there only if it has that checksum. In Java, because a JDK is all a fresh machine must have.
 */
class Fetch {
  public static void main(String[] arguments)
      throws IOException, InterruptedException, NoSuchAlgorithmException {
    Path file = Path.of(arguments[1]);
    if (arguments.length > 2) {
      try {
        download(URI.create(arguments[2]), file);
      } catch (IOException e) {
        System.err.println(arguments[2] + " cannot be loaded: " + e);
        System.exit(1);
      }
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    String found = HexFormat.of().formatHex(digest);
    if (!found.equals(arguments[0])) {
      Files.delete(file);
      System.err.println(file + " has the checksum " + found + ", not " + arguments[0]);
      System.exit(1);
    }
  }

  private static void download(URI address, Path file) throws IOException, InterruptedException {
    HttpClient.Builder client =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL);
    String proxy = System.getenv("https_proxy");
    if (proxy != null && !proxy.isEmpty()) {
      URI at = URI.create(proxy);
      client.proxy(ProxySelector.of(new InetSocketAddress(at.getHost(), at.getPort())));
    }
    HttpResponse<Path> response =
        client
            .build()
            .send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofFile(file));
    if (response.statusCode() != 200) {
      System.err.println(address + " answers " + response.statusCode());
      System.exit(1);
    }
  }
}
