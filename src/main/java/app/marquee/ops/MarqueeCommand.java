package app.marquee.ops;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What stands before the commands. */
@Command(
    name = "marquee",
    description = "Precomputes ranked JSON views in PostgreSQL and serves them as bytes.",
    versionProvider = MarqueeCommand.Version.class,
    subcommands = MarqueeCommand.Serve.class,
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Without a command it serves. A command works on the database of MARQUEE_DATABASE_URL, or on"
          + " the embedded one in MARQUEE_DATA (default: ./data), with or without a running service.",
      "",
      "Exit codes: 0 done, 1 done in part, 2 failed, 64 the words make no sense."
    })
final class MarqueeCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  private boolean version;

  /** The service itself. */
  @Command(
      name = "serve",
      description = "Run the service (what happens without a command).",
      footer = {"", "It is configured by the environment: MARQUEE_PORT, MARQUEE_DATA and others."})
  static final class Serve {}

  /** As the build wrote it into the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = MarqueeCommand.class.getPackage().getImplementationVersion();
      return new String[] {"marquee " + (version == null ? "(not packaged)" : version)};
    }
  }
}
