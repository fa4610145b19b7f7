package app.marquee.faults;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Readers, voters, collectors and impatient operators at a fixed pace, however slow the answers
 * are, on all nodes in turn. What they are told goes to the {@link Ledger}.
 */
final class Load implements AutoCloseable {
  static final String ADMIN = "token of the operator";
  private static final int READS_A_SECOND = Integer.getInteger("faults.reads", 200);
  private static final int VOTES_A_SECOND = 20;
  private static final int PUSHES_A_SECOND = 5;
  private static final int REFRESH_EVERY_SECONDS = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_ON_THE_WAY = 600;
  private static final int MOST_TO_THE_ABSENT = 100;

  private final List<Node> nodes;
  private final List<String> paths;
  private final World world;
  private final Ledger ledger;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
  private final Map<String, String> etags = new ConcurrentHashMap<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final AtomicInteger onTheWay = new AtomicInteger();
  private final Counters counters;

  /** Which votes and snapshots have been sent, over all loads of a world. */
  static final class Counters {
    private final AtomicInteger votes = new AtomicInteger();
    private final AtomicInteger pushes = new AtomicInteger();
  }

  private Load(
      List<Node> nodes, List<String> paths, World world, Ledger ledger, Counters counters) {
    this.nodes = nodes;
    this.paths = paths;
    this.world = world;
    this.ledger = ledger;
    this.counters = counters;
  }

  static Load start(
      List<Node> nodes, List<String> paths, World world, Ledger ledger, Counters counters) {
    Load load = new Load(nodes, paths, world, ledger, counters);
    load.every(1_000_000 / READS_A_SECOND, load::read);
    load.every(1_000_000 / VOTES_A_SECOND, load::vote);
    load.every(1_000_000 / PUSHES_A_SECOND, load::push);
    load.every(1_000_000 * REFRESH_EVERY_SECONDS, load::refresh);
    return load;
  }

  private void every(long micros, Runnable work) {
    clock.scheduleAtFixedRate(work, micros, micros, TimeUnit.MICROSECONDS);
  }

  /** Sends nothing more and waits for what is on its way. */
  @Override
  public void close() throws InterruptedException {
    clock.shutdown();
    clock.awaitTermination(1, TimeUnit.MINUTES);
    long deadline = System.nanoTime() + PATIENCE.multipliedBy(2).toNanos();
    synchronized (onTheWay) {
      while (onTheWay.get() > 0 && System.nanoTime() < deadline) {
        onTheWay.wait(100);
      }
    }
  }

  private void read() {
    int n = reads.getAndIncrement();
    Node node = nodes.get(n % nodes.size());
    String path = paths.get((n / nodes.size()) % paths.size());
    int upheavals = node.upheavals();
    boolean expected = node.expected();
    String place = node.number() + "." + upheavals + " " + path;
    long atLeast = ledger.newest(place);
    HttpRequest.Builder request = HttpRequest.newBuilder().GET();
    if (n % 2 == 0 && etags.containsKey(path)) {
      request.header("If-None-Match", etags.get(path));
    }
    long started = System.nanoTime();
    send(
        node,
        request,
        path,
        null,
        (answer, failure) -> {
          if (!expected || node.upheavals() != upheavals) {
            ledger.excuse();
            return;
          }
          Duration took = Duration.ofNanos(System.nanoTime() - started);
          ledger.read(answer == null ? 0 : answer.statusCode(), took);
          if (answer == null || answer.statusCode() != 200 && answer.statusCode() != 304) {
            ledger.violate(
                "node %d %s after %d ms: %s"
                    .formatted(node.number(), path, took.toMillis(), told(answer, failure)));
            return;
          }
          served(place, path, atLeast, answer);
        });
  }

  private void served(String place, String path, long atLeast, HttpResponse<String> answer) {
    String etag = answer.headers().firstValue("ETag").orElse("none");
    etags.put(path, etag);
    ledger.served(
        place,
        path,
        atLeast,
        answer.headers().firstValueAsLong("X-Cache-Generation").orElse(0),
        etag,
        answer.headers().firstValue("X-Cache-Stale-Reason").orElse(null));
  }

  private static String told(HttpResponse<String> answer, Throwable failure) {
    return answer == null
        ? String.valueOf(failure)
        : answer.statusCode() + " " + answer.body().replaceAll("\\s+", " ");
  }

  private void vote() {
    int n = counters.votes.getAndIncrement();
    World.Vote vote = World.Vote.number(n);
    write(
        nodes.get(n % nodes.size()),
        "vote",
        vote.name(),
        HttpRequest.newBuilder().PUT(BodyPublishers.noBody()),
        "/api/proposals/" + vote.proposal() + "/vote",
        vote.token());
  }

  private void push() {
    int n = counters.pushes.getAndIncrement();
    World.Push push = world.push(n);
    write(
        nodes.get(n % nodes.size()),
        "push",
        push.name(),
        HttpRequest.newBuilder()
            .POST(BodyPublishers.ofString(push.body()))
            .header("Content-Type", "application/x-ndjson"),
        "/api/parks/snapshots",
        World.COLLECTOR);
  }

  private void write(
      Node node, String kind, String name, HttpRequest.Builder request, String path, String token) {
    send(
        node,
        request,
        path,
        token,
        (answer, failure) -> {
          if (answer != null && answer.statusCode() == 200) {
            ledger.acknowledge(name);
            ledger.count(kind + " 200");
          } else {
            ledger.refuse(name, kind + " " + outcome(answer));
            if (answer != null && answer.statusCode() == 503) {
              ledger.count(
                  kind
                      + (answer.headers().firstValue("Retry-After").isPresent()
                          ? " 503 with Retry-After"
                          : " 503 without Retry-After"));
            }
          }
        });
  }

  private static String outcome(HttpResponse<String> answer) {
    return answer == null ? "unanswered" : Integer.toString(answer.statusCode());
  }

  private void refresh() {
    int n = refreshes.getAndIncrement();
    send(
        nodes.get(n % nodes.size()),
        HttpRequest.newBuilder()
            .POST(BodyPublishers.ofString("{\"scope\":\"all\",\"force\":true}"))
            .header("Content-Type", "application/json"),
        "/api/admin/refresh",
        ADMIN,
        (answer, failure) -> ledger.count("refresh " + outcome(answer)));
  }

  private void send(
      Node node,
      HttpRequest.Builder request,
      String path,
      String token,
      BiConsumer<HttpResponse<String>, Throwable> then) {
    int most = node.expected() ? MOST_ON_THE_WAY : MOST_TO_THE_ABSENT;
    if (onTheWay.incrementAndGet() > most) {
      // The client has its bounds, too: a node that hangs must not keep it from the others.
      onTheWay.decrementAndGet();
      ledger.count("not sent");
      return;
    }
    request.uri(URI.create(node.address() + path)).timeout(PATIENCE);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    client
        .sendAsync(request.build(), BodyHandlers.ofString())
        .whenComplete(
            (answer, failure) -> {
              then.accept(answer, failure);
              onTheWay.decrementAndGet();
              synchronized (onTheWay) {
                onTheWay.notifyAll();
              }
            });
  }
}
