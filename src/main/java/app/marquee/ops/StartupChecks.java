package app.marquee.ops;

import app.marquee.db.LaunchSetting;
import app.marquee.db.StartRefused;
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
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Contradictions in the configuration, each refused with one line before anything is served. */
@Singleton
class StartupChecks {
  private static final int BEFORE_ALL_OTHERS = 1;

  private final Config config;
  private final BeanManager beans;

  StartupChecks(Config config, BeanManager beans) {
    this.config = config;
    this.beans = beans;
  }

  void check(@Observes @Priority(BEFORE_ALL_OTHERS) StartupEvent start) {
    new KnownKeys(knownKeys())
        .complaint(config.getPropertyNames(), System.getenv().keySet())
        .ifPresent(
            line -> {
              throw new StartRefused(line);
            });
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
