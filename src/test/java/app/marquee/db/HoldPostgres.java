package app.marquee.db;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts PostgreSQL in a folder, says so, and waits to be killed. */
final class HoldPostgres {
  private HoldPostgres() {}

  public static void main(String[] arguments) throws IOException {
    try {
      EmbeddedPostgres.start(Path.of(arguments[0]));
      System.out.println("started");
      System.out.println(System.in.read());
    } catch (StartRefused e) {
      System.out.println(e.getMessage());
    }
  }
}
