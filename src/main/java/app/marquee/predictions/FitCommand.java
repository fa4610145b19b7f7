package app.marquee.predictions;

import app.marquee.cli.CliCommand;
import app.marquee.cli.ExitStatus;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns weights from the target list, and publishes them if they are better than any shipped. */
@Dependent
@Command(
    name = "fit",
    sortOptions = false,
    description = {
      "Learn the weights of the profile 'fitted' from the films on the target list.",
      "Each decade is predicted by weights chosen on the other decades alone. The profile is"
          + " published, with these figures, only if that finds more of the list than the best"
          + " shipped profile and than the most voted for; otherwise an earlier fitted profile is"
          + " taken back. The same facts give the same figures."
    },
    footer = {
      "",
      "Exit codes: 0 fitted, whether it won or not; 1 it won, but a profile of somebody's own has"
          + " its name; 2 there is nothing to learn from, or the database failed; 64 the words make"
          + " no sense."
    })
public class FitCommand implements CliCommand {
  private static final int TOLD_EVERY = 100;

  @Inject Fitting fitting;
  @Inject ObjectMapper json;
  @Spec CommandSpec spec;

  @Option(names = "--json", description = "Report the figures as one JSON object.")
  private boolean asJson;

  private int told;

  @Override
  public Integer call() {
    Fit fit = CliCommand.await(fitting.run(this::tell));
    PrintWriter out = spec.commandLine().getOut();
    int status;
    if (fit instanceof Fit.Nothing nothing) {
      spec.commandLine().getErr().println("marquee: nothing to learn from: " + nothing.reason());
      status = ExitStatus.FAILED;
    } else if (fit instanceof Fit.Won won) {
      print(out, won.figures(), true);
      status = ExitStatus.OK;
    } else if (fit instanceof Fit.Lost lost) {
      print(out, lost.figures(), false);
      status = ExitStatus.OK;
    } else {
      print(out, ((Fit.NameTaken) fit).figures(), false);
      spec.commandLine().getErr().println("marquee: a profile of somebody's own is called fitted");
      status = ExitStatus.PARTIAL;
    }
    out.flush();
    return status;
  }

  private void tell(int tried) {
    if (tried >= told + TOLD_EVERY) {
      told = tried;
      spec.commandLine().getErr().println(tried + " weights tried");
      spec.commandLine().getErr().flush();
    }
  }

  private void print(PrintWriter out, JsonNode figures, boolean published) {
    if (asJson) {
      ObjectNode report = json.createObjectNode().put("published", published);
      out.println(report.setAll((ObjectNode) figures));
      return;
    }
    String shipped = figures.at("/best_shipped/profile").asText();
    out.printf("%-10s %8s %8s %14s %11s%n", "decade", "on list", "fitted", shipped, "most voted");
    for (JsonNode decade : figures.path("decades")) {
      row(
          out,
          decade.path("decade").asText() + "s",
          decade.path("total_on_list").asInt(),
          decade.path("correctly_predicted").asInt(),
          decade.path("best_shipped_correctly_predicted").asInt(),
          decade.path("baseline_correctly_predicted").asInt());
    }
    row(
        out,
        "all",
        figures.path("total_on_list").asInt(),
        figures.at("/out_of_sample/correctly_predicted").asInt(),
        figures.at("/best_shipped/correctly_predicted").asInt(),
        figures.at("/baseline/correctly_predicted").asInt());
    out.printf(
        "out of sample %s %% (95 %%: %s to %s), %s %s %%, most voted %s %%, luck %s %%; in sample %s %%%n",
        figures.at("/out_of_sample/accuracy_percentage").asText(),
        figures.at("/out_of_sample/interval/low").asText(),
        figures.at("/out_of_sample/interval/high").asText(),
        shipped,
        figures.at("/best_shipped/accuracy_percentage").asText(),
        figures.at("/baseline/accuracy_percentage").asText(),
        figures.path("random_accuracy_percentage").asText(),
        figures.at("/in_sample/accuracy_percentage").asText());
    out.printf(
        "%s: %s%n", published ? "published as fitted" : "not published", figures.path("weights"));
  }

  private static void row(
      PrintWriter out, String decade, int onList, int fitted, int shipped, int baseline) {
    out.printf("%-10s %8d %8d %14d %11d%n", decade, onList, fitted, shipped, baseline);
  }
}
