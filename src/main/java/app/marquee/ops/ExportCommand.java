package app.marquee.ops;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import app.marquee.cli.StepProgress;
import app.marquee.http.WholeView;
import app.marquee.views.Answer;
import app.marquee.views.Catalog;
import app.marquee.views.Key;
import app.marquee.views.Slice;
import app.marquee.views.Survey;
import app.marquee.views.ViewServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes every stored build as a static file. */
@Dependent
@Command(
    name = "export",
    sortOptions = false,
    description = {
      "Write every view as a static file, with its ETag in a manifest, for a CDN.",
      "KEY.json is what GET /api/views/KEY answers, KEY.json.gz the same precompressed, index.json"
          + " the manifest. Nothing is computed: what is stale is written and says so. Files are"
          + " replaced as a whole; those whose bytes stay the same are left alone, and those of keys"
          + " no longer declared go if a former export wrote them."
    },
    footer = {
      "",
      "Exit codes: 0 every key is written, 1 keys without a build are missing, 2 the folder cannot"
          + " be written or the database failed, 64 the words make no sense."
    })
public class ExportCommand implements CliCommand {
  @Inject Catalog catalog;
  @Inject Survey survey;
  @Inject ViewServer server;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Parameters(index = "0", paramLabel = "DIR", description = "The folder; made if there is none.")
  private Path folder;

  @Option(names = "--json", description = "Report one JSON object.")
  private boolean asJson;

  private final List<ExportManifest.Entry> entries = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private int written;
  private int removed;

  @Override
  public Integer call() {
    CliCommand.await(survey.take());
    try {
      export();
    } catch (FileAlreadyExistsException e) {
      return failed(e.getFile() + " is a file, not a folder");
    } catch (IOException e) {
      return failed(String.valueOf(e.getMessage()));
    }
    tell(spec.commandLine().getOut());
    return missing.isEmpty() ? ExitStatus.OK : ExitStatus.PARTIAL;
  }

  private void export() throws IOException {
    Files.createDirectories(folder);
    ExportManifest before = ExportManifest.before(folder, json);
    ExportFolder files = new ExportFolder(folder);
    List<Key> keys = List.copyOf(catalog.keys());
    try (StepProgress progress = StepProgress.of("keys", spec.commandLine().getErr())) {
      for (int i = 0; i < keys.size(); i++) {
        write(files, keys.get(i), before);
        progress.to(i + 1, keys.size());
      }
    }
    ExportManifest manifest = ExportManifest.of(entries);
    files.write(ExportManifest.NAME, manifest.bytes(json));
    List<String> gone = new ArrayList<>(before.names());
    gone.removeAll(manifest.names());
    removed = files.remove(gone);
  }

  /** What a key has no build for any more stays as the export before left it. */
  private void write(ExportFolder files, Key key, ExportManifest before) throws IOException {
    Optional<Answer.Served> served = CliCommand.await(server.stored(key));
    if (served.isPresent()) {
      entries.add(write(files, key, served.get()));
      return;
    }
    missing.add(key.toString());
    before.files().stream()
        .filter(entry -> entry.cacheKey().equals(key.toString()))
        .forEach(entry -> entries.add(entry.missing()));
  }

  private ExportManifest.Entry write(ExportFolder files, Key key, Answer.Served served)
      throws IOException {
    WholeView plain = WholeView.of(served, Slice.Encoding.IDENTITY);
    WholeView packed = WholeView.of(served, Slice.Encoding.GZIP);
    String file = key + ".json";
    // Both are always written: no "or" that stops at the first.
    written += files.write(file, plain.body()) | files.write(file + ".gz", packed.body()) ? 1 : 0;
    return new ExportManifest.Entry(
        key.toString(),
        "/api/views/" + key,
        file,
        plain.etag(),
        packed.etag(),
        served.build().generation(),
        served.build().generatedAt(),
        served.build().checkedAt(),
        plain.body().length,
        packed.body().length,
        served.condition().fresh() ? "fresh" : "stale",
        served.condition().fresh() ? null : served.condition().reason().word());
  }

  private int failed(String why) {
    spec.commandLine().getErr().println("marquee: " + why);
    spec.commandLine().getErr().flush();
    return ExitStatus.FAILED;
  }

  private void tell(PrintWriter out) {
    int total = catalog.keys().size();
    int exported = total - missing.size();
    if (asJson) {
      ObjectNode report = json.createObjectNode();
      report.put("folder", folder.toString()).put("keys", total).put("written", written);
      report.put("unchanged", exported - written).put("removed_files", removed);
      out.println(report.<ObjectNode>set("missing", json.valueToTree(missing)));
    } else {
      missing.forEach(key -> out.println("missing " + key));
      out.printf(
          "%d keys: %d written, %d unchanged, %d missing; %d files removed%n",
          total, written, exported - written, missing.size(), removed);
    }
    out.flush();
  }
}
