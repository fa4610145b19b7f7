package app.marquee.proposals.posters;

import app.marquee.db.StartRefused;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;

/** Hosts that can never be allowed, refused with one line before anything is served. */
@Singleton
class PostersChecks {
  private static final int BEFORE_ALL_WORK = 2;

  private final PostersConfig config;

  PostersChecks(PostersConfig config) {
    this.config = config;
  }

  void check(@Observes @Priority(BEFORE_ALL_WORK) StartupEvent start) {
    complaint(config.hosts())
        .ifPresent(
            line -> {
              throw new StartRefused(line);
            });
  }

  static Optional<String> complaint(Collection<String> hosts) {
    return hosts.stream()
        .filter(host -> !PosterUrl.isName(host))
        .sorted()
        .findFirst()
        .map(
            host ->
                "marquee.proposals.posters.hosts has '"
                    + host
                    + "': name each host exactly, in small letters, and no address");
  }
}
