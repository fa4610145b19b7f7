package app.marquee.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final String DOCUMENT = "{\"note\":\"x\",\"data\":[{\"id\":1,\"score\":9.50}]}";

  @Test
  void equalBytesDoNotDiffer() {
    assertThat(between(DOCUMENT, DOCUMENT)).isEmpty();
  }

  @Test
  void aChangedNumberIsFoundWithItsPathAndBothValues() {
    assertThat(between(DOCUMENT.replace("9.50", "9.60"), DOCUMENT))
        .contains(new Difference("/data/0/score", "9.60", "9.50"));
  }

  @Test
  void theFirstOfSeveralIsToldInTheOrderOfTheComputedDocument() {
    assertThat(between("{\"b\":0,\"a\":0}", "{\"a\":1,\"b\":2}"))
        .contains(new Difference("/a", "0", "1"));
  }

  @Test
  void aRowTooManyOrTooFewHasNoValueOnTheOtherSide() {
    assertThat(between("{\"data\":[1,2]}", "{\"data\":[1]}"))
        .contains(new Difference("/data/1", "2", null));
    assertThat(between("{\"data\":[1]}", "{\"data\":[1,{\"id\":2}]}"))
        .contains(new Difference("/data/1", null, "{\"id\":2}"));
  }

  @Test
  void aFieldThatIsMissingDiffersFromOneThatIsNull() {
    assertThat(between("{}", "{\"a\":null}")).contains(new Difference("/a", null, "null"));
  }

  @Test
  void aFieldOnlyTheStoredDocumentHasIsTold() {
    assertThat(between("{\"a\":1,\"b\":2}", "{\"a\":1}")).contains(new Difference("/b", "2", null));
  }

  @Test
  void namesAreEscapedAsJsonPointerAsks() {
    assertThat(between("{\"a/b~c\":1}", "{\"a/b~c\":2}"))
        .contains(new Difference("/a~1b~0c", "1", "2"));
  }

  @Test
  void equalValuesInAnotherSpellingAreADifferenceOfTheWhole() {
    assertThat(between("{\"a\": 1.0}", "{\"a\":1}"))
        .contains(
            new Difference(
                "",
                "equal values in another spelling, 10 bytes",
                "equal values in another spelling, 7 bytes"));
  }

  @Test
  void longValuesAreCut() {
    String text = "\"" + "x".repeat(5_000) + "\"";
    assertThat(between("{\"a\":" + text + "}", "{\"a\":1}").orElseThrow().stored()).hasSize(201);
  }

  private static Optional<Difference> between(String stored, String computed) {
    return Difference.between(
        stored.getBytes(StandardCharsets.UTF_8), computed.getBytes(StandardCharsets.UTF_8));
  }
}
