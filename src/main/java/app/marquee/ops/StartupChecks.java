package app.marquee.ops;

import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;
import app.marquee.views.ViewsConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Contradictions in the configuration, each refused with one line before anything is served. */
@Singleton
class StartupChecks {
  private static final int BEFORE_ALL_OTHERS = 1;
  private static final String POOL_SIZE = "quarkus.datasource.reactive.max-size";

  private final Config config;
  private final BeanManager beans;
  private final ViewsConfig views;
  private final DoctorConfig doctor;

  StartupChecks(Config config, BeanManager beans, ViewsConfig views, DoctorConfig doctor) {
    this.config = config;
    this.beans = beans;
    this.views = views;
    this.doctor = doctor;
  }

  void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
    if (!doctor.examines()) {
      complaints().stream()
          .findFirst()
          .ifPresent(
              line -> {
                throw new StartRefused(line);
              });
    }
  }

  /** One line each; empty if nothing is wrong. */
  List<String> complaints() {
    return Stream.of(
            new KnownKeys(knownKeys())
                .complaint(config.getPropertyNames(), System.getenv().keySet()),
            poolComplaint(config.getValue(POOL_SIZE, Integer.class), views))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * A run holds its builders' connections and the exporter's, each read that computes one more; two
   * are for the rest.
   */
  static Optional<String> poolComplaint(int size, ViewsConfig views) {
    int needed = views.refreshConcurrency() + 1 + views.liveConcurrency() + 2;
    return size >= needed
        ? Optional.empty()
        : Optional.of(
            POOL_SIZE
                + " is "
                + size
                + ", but refresh and live computations need "
                + needed
                + ": raise it, or lower marquee.views.refresh-concurrency or live-concurrency");
  }

  // What a mapping declares and somebody injects; nobody else reads a key of ours.
  private Set<String> knownKeys() {
    Set<String> keys = new HashSet<>();
    Arrays.stream(LaunchSetting.values()).map(LaunchSetting::key).forEach(keys::add);
    beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .flatMap(bean -> bean.getTypes().stream())
        .filter(Class.class::isInstance)
        .map(type -> (Class<?>) type)
        .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
        .map(ConfigClass::configClass)
        .forEach(mapping -> keys.addAll(ConfigMappings.getProperties(mapping).keySet()));
    return keys;
  }
}
