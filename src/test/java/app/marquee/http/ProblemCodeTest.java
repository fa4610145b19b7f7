package app.marquee.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {

  @Test
  void everyCodeIsDocumentedWithItsStatusAndTitleAndNoOther() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("docs", "errors.md")).stream()
            .filter(line -> line.startsWith("| <a id="))
            .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2)).strip())
            .toList();

    assertThat(documented)
        .containsExactlyElementsOf(
            Arrays.stream(ProblemCode.values())
                .map(
                    c ->
                        "| <a id=\"%1$s\"></a>`%1$s` | %2$d | %3$s"
                            .formatted(c.slug(), c.status(), c.title()))
                .toList());
  }
}
