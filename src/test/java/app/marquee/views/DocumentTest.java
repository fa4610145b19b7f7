package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Property(tries = 300)
  void aPageHoldsExactlyTheRowsOfItsOrder(
      @ForAll @Size(max = 12) List<@WithNull(0.3) @IntRange(min = 0, max = 5) Integer> waits,
      @ForAll @IntRange(max = 14) int offset,
      @ForAll @IntRange(min = 1, max = 14) int limit)
      throws Exception {
    ObjectNode body = JSON.createObjectNode().put("note", "a \"quoted\" } ]");
    ArrayNode data = body.putArray("data");
    for (int i = 0; i < waits.size(); i++) {
      data.addObject().put("rank", i + 1).put("name", "é}{\\\"" + i).put("wait", waits.get(i));
    }
    body.put("after", true);
    Document document = parse(body.toString());

    JsonNode byRank = read(document.cut("score", offset, limit));
    JsonNode byWait = read(document.cut("wait", offset, limit));

    assertThat(ranks(byRank)).isEqualTo(page(ranks(body), offset, limit));
    List<Integer> expected = new ArrayList<>(ranks(body));
    expected.sort(
        Comparator.comparing(
                (Integer rank) -> waits.get(rank - 1),
                Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.naturalOrder()));
    assertThat(ranks(byWait)).isEqualTo(page(expected, offset, limit));
    Document even = document.where(row -> row.get("rank").intValue() % 2 == 0);
    List<Integer> evenRanks = ranks(body).stream().filter(rank -> rank % 2 == 0).toList();
    assertThat(ranks(read(even.cut("score", offset, limit))))
        .isEqualTo(page(evenRanks, offset, limit));
    assertThat(even.rowCount()).isEqualTo(evenRanks.size());
    assertThat(byRank.path("note")).isEqualTo(body.path("note"));
    assertThat(byRank.path("after")).isEqualTo(body.path("after"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"data\":[1]}",
        "{\"data\":{}}",
        "{\"rows\":[]}",
        "{\"data\":[]} {}",
        "null"
      })
  void anythingElseIsMalformed(String body) {
    assertThatThrownBy(() -> parse(body)).isInstanceOf(Document.Malformed.class);
  }

  @Test
  void whiteSpaceBetweenRowsIsNotServed() throws Exception {
    Document document = parse("{\"data\" : [{\"rank\":1}, \n {\"rank\":2}]}");

    assertThat(new String(document.cut("score", 0, 9), StandardCharsets.UTF_8))
        .isEqualTo("\"data\" : [{\"rank\":1},{\"rank\":2}]}");
  }

  @Nested
  class SeveralArrays {
    private final View view =
        View.document("chart", "chart_data", ProbeFeature.RANKING.sql())
            .arrays("chart.rows", "matrix")
            .declare();

    @Test
    void areCutAlike() throws Exception {
      Document document =
          parse(
              "{\"chart\":{\"labels\":[1,2],\"rows\":[{\"rank\":1,\"in\":{\"rows\":[7]}},{\"rank\":2},"
                  + "{\"rank\":3}],\"n\":3},\"rows\":[0],\"matrix\":[[1,null],[2,[]],[3]],\"end\":true}");

      assertThat(document.rowCount()).isEqualTo(3);
      assertThat(cut(document, 0, 1))
          .isEqualTo(
              "{\"chart\":{\"labels\":[1,2],\"rows\":[{\"rank\":1,\"in\":{\"rows\":[7]}}],\"n\":3},"
                  + "\"rows\":[0],\"matrix\":[[1,null]],\"end\":true}");
      assertThat(cut(document, 1, 5))
          .isEqualTo(
              "{\"chart\":{\"labels\":[1,2],\"rows\":[{\"rank\":2},{\"rank\":3}],\"n\":3},"
                  + "\"rows\":[0],\"matrix\":[[2,[]],[3]],\"end\":true}");
      assertThat(read(document.cut(null, 3, 5)).at("/matrix").size()).isZero();
    }

    @Test
    void mayComeInAnyOrder() throws Exception {
      Document document =
          parse("{\"matrix\":[[1],[2]],\"chart\":{\"rows\":[{\"rank\":1},{\"rank\":2}]}}");

      assertThat(cut(document, 1, 1))
          .isEqualTo("{\"matrix\":[[2]],\"chart\":{\"rows\":[{\"rank\":2}]}}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"chart\":{\"rows\":[{\"rank\":1}]},\"matrix\":[]}",
          "{\"chart\":{\"rows\":[]},\"matrix\":[[1]]}",
          "{\"chart\":{\"rows\":[]}}",
          "{\"rows\":[],\"matrix\":[]}",
          "{\"chart\":[],\"matrix\":[]}",
          "{\"chart\":{\"rows\":{}},\"matrix\":[]}",
          "{\"chart\":{\"rows\":[{\"rank\":1}]},\"matrix\":[1]}"
        })
    void thatDifferInLengthOrAreMissingAreMalformed(String body) {
      assertThatThrownBy(() -> parse(body)).isInstanceOf(Document.Malformed.class);
    }

    private Document parse(String body) throws Document.Malformed {
      return Document.parse(view, body.getBytes(StandardCharsets.UTF_8)).document();
    }

    private static String cut(Document document, int offset, int limit) {
      return "{" + new String(document.cut(null, offset, limit), StandardCharsets.UTF_8);
    }
  }

  private static Document parse(String body) throws Document.Malformed {
    return Document.parse(ProbeFeature.RANKING, body.getBytes(StandardCharsets.UTF_8)).document();
  }

  private static JsonNode read(byte[] page) throws JsonProcessingException {
    return JSON.readTree("{" + new String(page, StandardCharsets.UTF_8));
  }

  private static List<Integer> ranks(JsonNode document) {
    List<Integer> ranks = new ArrayList<>();
    document.path("data").forEach(row -> ranks.add(row.path("rank").asInt()));
    return ranks;
  }

  private static List<Integer> page(List<Integer> ranks, int offset, int limit) {
    return ranks.stream().skip(offset).limit(limit).toList();
  }
}
