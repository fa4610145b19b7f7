package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatusCutTest {
  private static final String ROW =
      "{\"park_id\":%d,\"is_disney\":%s,\"is_universal\":false,\"OPERATING\":%d,\"DOWN\":1,"
          + "\"CLOSED\":0,\"REFURBISHMENT\":0,\"PARK_CLOSED\":0,\"total\":%d}";
  private static final byte[] WHOLE =
      ("{\"success\":true,\"status_summary\":{\"OPERATING\":7,\"DOWN\":2,\"total\":9},\"parks\":["
              + ROW.formatted(1, true, 3, 4)
              + ","
              + ROW.formatted(2, false, 4, 5)
              + "]}")
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void filterLeavesItsParksAndAddsThemUp() throws IOException {
    JsonNode cut = new ObjectMapper().readTree(new StatusCut(true, null).of(WHOLE).orElseThrow());

    assertThat(cut.get("parks")).hasSize(1);
    assertThat(cut.get("status_summary").get("OPERATING").intValue()).isEqualTo(3);
    assertThat(cut.get("status_summary").get("total").intValue()).isEqualTo(4);
    assertThat(cut.get("success").booleanValue()).isTrue();
  }

  @Test
  void parkOutsideTheFilterIsNotThere() {
    assertThat(new StatusCut(false, 2L).of(WHOLE)).isPresent();
    assertThat(new StatusCut(true, 2L).of(WHOLE)).isEmpty();
    assertThat(new StatusCut(false, 3L).of(WHOLE)).isEmpty();
  }
}
