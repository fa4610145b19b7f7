package app.marquee.security;

import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Hashes passwords and checks them, each a quarter of a second of one core, off the event loop. */
@Singleton
class Passwords {
  private static final int COST = 12;

  /** Of a password nobody has: checking one for nobody takes as long as for somebody. */
  private static final String NOBODYS =
      "$2a$12$dsNI/5Zo94i14RqX3yPoP.xIu6DrQsLUXhL.RfGiZkDnIy2OKucEO";

  private final WorkerExecutor workers;

  // Half of the cores, so that whoever guesses does not take all of the machine.
  Passwords(Vertx vertx) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    workers = vertx.createSharedWorkerExecutor("passwords", threads);
  }

  Uni<String> hash(String password) {
    return workers.executeBlocking(
        () -> BcryptUtil.bcryptHash(PasswordText.normal(password), COST), false);
  }

  /** Whether it is the password of that hash; never, at the same cost, of no hash. */
  Uni<Boolean> matches(String password, String hash) {
    String text = PasswordText.normal(password);
    boolean possible = hash != null && PasswordText.fits(text);
    return workers.executeBlocking(
        () ->
            BcryptUtil.matches(possible ? text : "nobody's", possible ? hash : NOBODYS) && possible,
        false);
  }

  @PreDestroy
  void close() {
    workers.closeAndAwait();
  }
}
