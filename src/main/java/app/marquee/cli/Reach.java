package app.marquee.cli;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Whether a provider takes connections: asking it anything might count against its limits. */
public final class Reach {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int HTTPS = 443;
  private static final int HTTP = 80;

  private Reach() {}

  /** Connects, and says nothing. */
  public static Uni<Finding> of(String name, URI address) {
    return Uni.createFrom()
        .item(() -> connect(name, address))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static Finding connect(String name, URI address) {
    int standard = "https".equals(address.getScheme()) ? HTTPS : HTTP;
    int port = address.getPort() < 0 ? standard : address.getPort();
    String where = address.getHost() + ":" + port;
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
      return Finding.ok(name, where + " takes connections");
    } catch (IOException e) {
      return Finding.fail(
          name,
          "%s cannot be reached (%s): look at name, network and firewall"
              .formatted(where, e.getClass().getSimpleName()));
    }
  }
}
