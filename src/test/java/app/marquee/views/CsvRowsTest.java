package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvRowsTest {
  @Test
  void attributionIsTheLastColumnOfEveryRow() {
    assertThat(
            csv(
                "\"data\":[{\"rank\":1,\"name\":\"a\"},{\"rank\":2,\"name\":null}],\"attribution\":\"by us\"}"))
        .isEqualTo("rank,name,attribution\r\n1,a,by us\r\n2,,by us\r\n");
  }

  @Test
  void withoutOneThereIsNoSuchColumn() {
    assertThat(csv("\"data\":[{\"rank\":1}]}")).isEqualTo("rank\r\n1\r\n");
  }

  @Test
  void whatASpreadsheetWouldRunIsText() {
    assertThat(csv("\"data\":[{\"name\":\"=1+1\",\"change\":-3.5}]}"))
        .isEqualTo("name,change\r\n'=1+1,-3.5\r\n");
  }

  private static String csv(String page) {
    return new String(CsvRows.write(page.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
  }
}
