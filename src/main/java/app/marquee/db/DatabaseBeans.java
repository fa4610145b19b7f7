package app.marquee.db;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the profile makes of the database, for injection. */
@Singleton
class DatabaseBeans {

  @Produces
  @Dependent
  DatabaseProfile profile(DatabaseConfig config) {
    return config.profile();
  }

  /** Instead of the one Quarkus makes of the same pool. */
  @Produces
  @Singleton
  @Alternative
  @Priority(1)
  Pool pool(io.vertx.sqlclient.Pool pool, DatabaseConfig config) {
    return config.profile().repeats() ? new RetryingPool(pool) : Pool.newInstance(pool);
  }
}
