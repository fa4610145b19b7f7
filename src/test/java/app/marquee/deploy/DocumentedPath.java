package app.marquee.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code sh} blocks of a page, run by one bash from the top, and the {@code text} blocks under
 * them, which say what comes out.
 *
 * @param blocks in order; those marked with a word are not among them
 */
record DocumentedPath(Path page, List<Block> blocks) {
  private static final Pattern FENCED = Pattern.compile("(?ms)^```(sh|text)([^\\n]*)\\n(.*?)^```$");
  private static final String MARK = "--- block ";

  /**
   * One block.
   *
   * @param expected lines that come out in this order, {@code …} standing for anything
   */
  record Block(String script, List<String> expected) {}

  /** Blocks marked with a word, such as {@code sh systemd}, are left out unless it is given. */
  static DocumentedPath read(Path page, Set<String> words) throws IOException {
    List<Block> blocks = new ArrayList<>();
    boolean runs = false;
    Matcher fenced = FENCED.matcher(Files.readString(page));
    while (fenced.find()) {
      if (fenced.group(1).equals("sh")) {
        String word = fenced.group(2).strip();
        runs = word.isEmpty() || words.contains(word);
        if (runs) {
          blocks.add(new Block(fenced.group(3), new ArrayList<>()));
        }
      } else if (runs) {
        blocks.get(blocks.size() - 1).expected().addAll(fenced.group(3).lines().toList());
      }
    }
    return new DocumentedPath(page, blocks);
  }

  /**
   * Runs it to its end; {@code instead} takes the place of values the first block gives to
   * variables, and of nothing else.
   */
  void run(Path folder, Map<String, String> instead, Duration within) throws Exception {
    Path script = Files.writeString(folder.resolve("script"), script(instead));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("MARQUEE_"));
    Process bash = builder.start();
    boolean ended;
    try {
      ended = bash.waitFor(within.toSeconds(), TimeUnit.SECONDS);
    } finally {
      bash.descendants().toList().forEach(ProcessHandle::destroy);
      bash.destroyForcibly();
    }
    String told = Files.readString(output);
    assertThat(ended && bash.exitValue() == 0).as("%s, as it ran:%n%s", page, told).isTrue();
    check(told);
  }

  private String script(Map<String, String> instead) {
    StringBuilder script =
        new StringBuilder("trap 'kill $(jobs -p) 2>/dev/null || true; wait' EXIT\n");
    for (int i = 0; i < blocks.size(); i++) {
      script.append("echo; echo '" + MARK + i + "'\n").append(blocks.get(i).script());
      if (i == 0) {
        instead.forEach((name, value) -> script.append(given(name)).append(value).append("\n"));
      }
    }
    return script.toString();
  }

  private String given(String name) {
    assertThat(blocks.get(0).script()).containsPattern("\\b" + name + "=");
    return name + "=";
  }

  private void check(String told) {
    String[] outputs = told.split("(?m)^" + MARK + "\\d+\\n");
    assertThat(outputs).hasSize(blocks.size() + 1);
    for (int i = 0; i < blocks.size(); i++) {
      List<String> fragments =
          blocks.get(i).expected().stream()
              .flatMap(line -> Pattern.compile("…").splitAsStream(line))
              .filter(fragment -> !fragment.isBlank())
              .toList();
      if (!fragments.isEmpty()) {
        assertThat(outputs[i + 1])
            .as("what comes out of, in %s:%n%s", page, blocks.get(i).script())
            .containsSubsequence(fragments);
      }
    }
  }
}
