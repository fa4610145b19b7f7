package app.marquee.proposals.metadata;

import static app.marquee.proposals.metadata.Verdict.Outcome.ERROR;
import static app.marquee.proposals.metadata.Verdict.Outcome.NOT_FOUND;
import static app.marquee.proposals.metadata.Verdict.Outcome.OK;
import static app.marquee.proposals.metadata.Verdict.Outcome.POSTPONED;
import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.proposals.metadata.ProviderAnswer.Failed;
import app.marquee.proposals.metadata.ProviderAnswer.Found;
import app.marquee.proposals.metadata.ProviderAnswer.NotAsked;
import app.marquee.proposals.metadata.ProviderAnswer.NotFound;
import app.marquee.proposals.metadata.ProviderAnswer.Unknown;
import app.marquee.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Instant SOON = ManualClock.START.plus(Duration.ofMinutes(1));
  private static final Instant LATER = ManualClock.START.plus(Duration.ofHours(1));
  private static final FilmMetadata FILM =
      new FilmMetadata("A", null, null, null, null, List.of(), null, null, null, null, null);

  @Test
  void whoeverKnowsTheFilmDecides() {
    Verdict verdict =
        Verdict.OPEN
            .and("imdbapi", new Failed("reset"))
            .and("omdb", new NotFound())
            .and("tmdb", new Found(FILM));
    assertThat(verdict).isEqualTo(new Verdict(OK, FILM, "tmdb", null, null));
    assertThat(verdict.settled()).isTrue();
  }

  @Test
  void aFilmIsNotThereOnlyIfEverybodyWasAsked() {
    assertThat(Verdict.OPEN.and("imdbapi", new NotFound()).and("offline", new Unknown()).outcome())
        .isEqualTo(NOT_FOUND);
    assertThat(
            Verdict.OPEN
                .and("imdbapi", new NotFound())
                .and("omdb", new NotAsked("paused", SOON))
                .outcome())
        .isEqualTo(POSTPONED);
    assertThat(Verdict.OPEN.and("imdbapi", new Failed("500")).and("omdb", new NotFound()).outcome())
        .isEqualTo(ERROR);
  }

  @Test
  void itIsPostponedUntilTheFirstOfThemCanBeAsked() {
    Verdict verdict =
        Verdict.OPEN
            .and("omdb", new NotAsked("spent", LATER))
            .and("tmdb", new NotAsked("paused", SOON));
    assertThat(verdict.outcome()).isEqualTo(POSTPONED);
    assertThat(verdict.until()).isEqualTo(SOON);
    assertThat(verdict.reason()).isEqualTo("tmdb: paused");
  }

  @Test
  void nobodyOutsideMeansNoError() {
    assertThat(Verdict.OPEN.and("offline", new Unknown())).isEqualTo(Verdict.OPEN);
    assertThat(Verdict.OPEN.and("offline", new Found(FILM)).outcome()).isEqualTo(OK);
  }

  @Test
  void importedFilmsOnlyFillGapsWhileSomebodyElseMightKnowBetter() {
    Verdict failed = Verdict.OPEN.and("imdbapi", new Failed("500")).and("offline", new Found(FILM));
    assertThat(failed.outcome()).isEqualTo(ERROR);
    assertThat(failed.film()).isEqualTo(FILM);
    assertThat(Verdict.OPEN.and("omdb", new NotFound()).and("offline", new Found(FILM)).outcome())
        .isEqualTo(OK);
  }
}
