package app.marquee.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;

/** The sample data of a service with the embedded database; never written to an external one. */
@ConfigMapping(prefix = "marquee.demo")
public interface DemoConfig {

  /**
   * Whether the embedded database is filled with the labelled demo parks and films. Without, it
   * starts empty. Films are only added while it knows no others.
   */
  @WithParentName
  @WithDefault("true")
  boolean enabled();

  /** Days of history a first start writes. More make that start longer, by about 0.2 s a day. */
  @WithDefault("62")
  @Positive
  int days();

  /** Demo parks; beyond eight, the eight repeat under numbered names. For benchmarks. */
  @WithDefault("8")
  @Min(1)
  @Max(1_000)
  int parks();

  /** Rides of all demo parks together; beyond twelve a park, its twelve repeat. For benchmarks. */
  @WithDefault("96")
  @Min(1)
  @Max(100_000)
  int rides();
}
