package app.marquee.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.PositiveOrZero;

/** Settings of the edge towards clients. */
@ConfigMapping(prefix = "marquee.http")
public interface HttpConfig {

  /**
   * Memory for answers that are given again without passing through the resources, in megabytes,
   * outside the heap. 0 switches this off: every answer comes from its resource, at about half the
   * rate.
   */
  @WithDefault("64")
  @PositiveOrZero
  int frontMegabytes();
}
