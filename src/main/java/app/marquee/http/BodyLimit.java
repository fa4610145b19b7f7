package app.marquee.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes of a body a resource method takes, if not the usual {@link #USUAL}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {
  long USUAL = 1 << 20;

  /** For what is streamed and never held. */
  long NONE = Long.MAX_VALUE;

  long value();
}
