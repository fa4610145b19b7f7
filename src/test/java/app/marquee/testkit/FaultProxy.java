package app.marquee.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A network between a node and its database. It passes every byte on until it is told to hold them
 * up, or to swallow those of some connections: these stay open and say nothing for ever, as when
 * the other machine has lost its power. Their closing is not passed on either.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int PORTION = 16_384;

  private final ServerSocket door;
  private final int target;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private volatile long delayNanos;

  /** One connection, both its ways. */
  private static final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean listens;
    private volatile boolean swallowed;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void close() {
      for (Socket socket : List.of(client, server)) {
        try {
          socket.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private FaultProxy(ServerSocket door, int target) {
    this.door = door;
    this.target = target;
  }

  /** In front of a port of the loopback interface. */
  public static FaultProxy to(int port) throws IOException {
    FaultProxy proxy =
        new FaultProxy(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), port);
    daemon(proxy::accept);
    return proxy;
  }

  public int port() {
    return door.getLocalPort();
  }

  /** The connections that have sent {@code LISTEN} fall silent; how many. */
  public int swallowListeners() {
    return swallow(link -> link.listens);
  }

  /** The connections there are fall silent, new ones pass; how many. */
  public int swallowAll() {
    return swallow(link -> true);
  }

  /** Connections that have sent {@code LISTEN} and are heard. */
  public long listeners() {
    return links.stream()
        .filter(link -> link.listens && !link.swallowed && !link.client.isClosed())
        .count();
  }

  /** How much later every portion arrives from now on. */
  public void delay(Duration each) {
    delayNanos = each.toNanos();
  }

  @Override
  public void close() throws IOException {
    door.close();
    links.forEach(Link::close);
  }

  private int swallow(Predicate<Link> which) {
    List<Link> chosen = links.stream().filter(l -> !l.swallowed).filter(which).toList();
    chosen.forEach(link -> link.swallowed = true);
    return chosen.size();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        connect(client);
      } catch (IOException e) {
        // Closed while it waited: the loop's condition tells.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
      link.client.setTcpNoDelay(true);
      link.server.setTcpNoDelay(true);
      links.add(link);
      daemon(() -> pass(link, link.client, link.server));
      daemon(() -> pass(link, link.server, link.client));
    } catch (IOException nobodyThere) {
      client.close();
    }
  }

  private void pass(Link link, Socket from, Socket to) {
    byte[] portion = new byte[PORTION];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
        if (from == link.client && isListen(portion, read)) {
          link.listens = true;
        }
        LockSupport.parkNanos(delayNanos);
        if (!link.swallowed) {
          out.write(portion, 0, read);
        }
      }
    } catch (IOException e) {
      // One side has gone; the other is told below.
    }
    if (!link.swallowed) {
      links.remove(link);
      link.close();
    }
  }

  private static boolean isListen(byte[] portion, int read) {
    return new String(portion, 0, read, StandardCharsets.ISO_8859_1).contains("LISTEN ");
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "fault-proxy");
    thread.setDaemon(true);
    thread.start();
  }
}
