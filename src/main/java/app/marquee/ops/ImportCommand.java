package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.imports.FileImport;
import app.marquee.imports.ImportReport;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes in files of one kind, one after the other, and reports on each. */
@Dependent
@Command(
    name = "import",
    sortOptions = false,
    description = {
      "Take in files of facts: CSV with a header or NDJSON, gzip or not.",
      "Good lines are kept, bad ones are reported by their number. Taking a file in again changes"
          + " nothing. A running service notices by itself and refreshes its views."
    },
    footer = {
      "",
      "Exit codes: 0 every line was taken, 1 lines were rejected or a file broke off, 2 a file could"
          + " not be opened or the database failed, 64 the words make no sense."
    })
public class ImportCommand implements CliCommand {
  private static final String STDIN = "-";
  private static final String MAP = "map";
  private static final String INTERVAL = "interval_minutes";

  @Inject @Any Instance<FileImport> imports;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description =
          "What the files hold: parks, rides, schedules or snapshots; of films: movies, metrics,"
              + " people, credits, nominations or lists.")
  private String kind;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "The files, in the order to take them in; - is the standard input.")
  private List<String> files;

  @Option(
      names = "--map",
      paramLabel = "THEIRS=OURS[,…]",
      description = "Their column for ours, such as --map id=ride_key,wait=wait_time.")
  private List<String> map = List.of();

  @Option(
      names = "--interval-minutes",
      paramLabel = "N",
      description =
          "How long a snapshot stands that does not say so itself; it divides 60"
              + " (default: marquee.parks.interval-minutes).")
  private String intervalMinutes;

  @Option(
      names = "--list",
      paramLabel = "KEY",
      description = "The list of lines that name none, such as criterion.")
  private String list;

  @Option(
      names = "--edition",
      paramLabel = "E",
      description = "The edition of lines that name none, such as 2021.")
  private String edition;

  @Option(
      names = "--without",
      paramLabel = "FESTIVAL[,…]",
      description = {
        "Festivals, as the file names them, whose nominations are passed over and counted as"
            + " skipped. Two files of one festival under different names or categories count"
            + " double: with a file of the Oscars alone take in IMDb's events by --without"
            + " ev0000003, and catalogues of winners by --without academy-awards-best-picture."
      })
  private List<String> without = List.of();

  @Option(names = "--json", description = "Report one JSON object per file and line.")
  private boolean asJson;

  @Override
  public Integer call() {
    FileImport taker = taker();
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap().add(MAP, map);
    parameters.add("without", without);
    add(parameters, INTERVAL, intervalMinutes);
    add(parameters, "list", list);
    add(parameters, "edition", edition);
    List<String> complaints = taker.complaints(kind, parameters);
    if (!complaints.isEmpty()) {
      throw wrong(String.join("; ", complaints));
    }
    int worst = ExitStatus.OK;
    for (String file : files) {
      worst = Math.max(worst, run(taker, file, parameters));
    }
    return worst;
  }

  private static void add(MultiMap parameters, String name, String value) {
    if (value != null) {
      parameters.add(name, value);
    }
  }

  private FileImport taker() {
    return imports.stream()
        .filter(taker -> taker.kinds().contains(kind))
        .findFirst()
        .orElseThrow(() -> wrong("there are no imports of '" + kind + "'; known: " + known()));
  }

  private String known() {
    return imports.stream()
        .flatMap(taker -> taker.kinds().stream())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int run(FileImport taker, String file, MultiMap parameters) {
    PrintWriter err = spec.commandLine().getErr();
    ImportReport report;
    try (InputStream in = open(file, err)) {
      report = CliCommand.await(taker.run(kind, in, parameters));
    } catch (IOException e) {
      boolean absent = e instanceof NoSuchFileException;
      err.println(
          "marquee: " + (absent ? "there is no file " + file : file + ": " + e.getMessage()));
      return ExitStatus.FAILED;
    }
    return told(file, report);
  }

  private static InputStream open(String file, PrintWriter err) throws IOException {
    if (file.equals(STDIN)) {
      return Progress.watch(System.in, "standard input", -1, err);
    }
    Path path = Path.of(file);
    return Progress.watch(
        Files.newInputStream(path), String.valueOf(path.getFileName()), Files.size(path), err);
  }

  private int told(String file, ImportReport report) {
    PrintWriter out = spec.commandLine().getOut();
    if (asJson) {
      ObjectNode line = json.createObjectNode().put("file", file).put("kind", kind);
      line.setAll(json.<ObjectNode>valueToTree(report));
      out.println(line);
    } else {
      ImportText.print(out, file, report);
    }
    out.flush();
    return report.complete() && report.rejected() == 0 ? ExitStatus.OK : ExitStatus.PARTIAL;
  }
}
