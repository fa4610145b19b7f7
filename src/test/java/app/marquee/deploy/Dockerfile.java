package app.marquee.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instructions of the image's file, as far as ours goes: no stages, no arguments.
 *
 * @param instructions a word and what follows it, continued lines joined
 */
record Dockerfile(List<Instruction> instructions) {
  static final Path FILE = Path.of("src", "main", "docker", "Dockerfile.jvm");
  private static final Pattern ASSIGNMENT = Pattern.compile("(\\w+)=(?:\"([^\"]*)\"|(\\S+))");

  record Instruction(String word, String rest) {}

  static Dockerfile read() throws IOException {
    String joined =
        Files.readString(FILE).replaceAll("(?m)^#.*\\n", "").replaceAll("\\\\\\n\\s*", "");
    List<Instruction> instructions = new ArrayList<>();
    for (String line : joined.lines().filter(line -> !line.isBlank()).toList()) {
      String[] parts = line.split(" ", 2);
      instructions.add(new Instruction(parts[0], parts[1].strip()));
    }
    return new Dockerfile(instructions);
  }

  List<String> all(String word) {
    return instructions.stream()
        .filter(instruction -> instruction.word().equals(word))
        .map(Instruction::rest)
        .toList();
  }

  String only(String word) {
    List<String> found = all(word);
    if (found.size() != 1) {
      throw new IllegalStateException(word + ": " + found);
    }
    return found.get(0);
  }

  /** What is copied, and where to; both relative to the roots. */
  Map<Path, Path> copies() {
    Map<Path, Path> copies = new LinkedHashMap<>();
    for (String copy : all("COPY")) {
      String[] ends = copy.split(" ");
      copies.put(Path.of(ends[0]), Path.of(ends[1].substring(1)));
    }
    return copies;
  }

  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    Matcher assignment = ASSIGNMENT.matcher(only("ENV"));
    while (assignment.find()) {
      String quoted = assignment.group(2);
      environment.put(assignment.group(1), quoted == null ? assignment.group(3) : quoted);
    }
    return environment;
  }
}
