package app.marquee.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

class DrawTest {
  private static final long LARGEST = (1L << 48) - 1;

  @Property
  void theSameSeedDrawsTheSameOfTheSame(
      @ForAll @LongRange(min = 0, max = LARGEST) long seed,
      @ForAll @Size(min = 1, max = 20) @UniqueElements List<Long> tied) {
    assertThat(Draw.winner(seed, tied))
        .isEqualTo(Draw.winner(seed, new ArrayList<>(tied)))
        .isEqualTo(tied.get(new Random(seed).nextInt(tied.size())))
        .isIn(tied);
  }

  /** Within five standard deviations of an equal share: a fair lot fails once in a million. */
  @Property(tries = 20)
  void everyOneOfTheTiedIsDrawnEquallyOften(@ForAll @IntRange(min = 2, max = 12) int howMany) {
    List<Long> tied = LongStream.range(0, howMany).boxed().toList();
    SecureRandom random = new SecureRandom();
    int draws = 20_000;

    Map<Long, Long> drawn =
        LongStream.range(0, draws)
            .mapToObj(n -> Draw.winner(Draw.seed(random), tied))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

    double share = 1.0 / howMany;
    double tolerance = 5 * Math.sqrt(draws * share * (1 - share));
    assertThat(drawn).hasSize(howMany);
    assertThat(drawn.values()).allMatch(times -> Math.abs(times - draws * share) <= tolerance);
  }

  @Property
  void seedsCanBeToldInJson(@ForAll @IntRange(max = 100) int n) {
    assertThat(Draw.seed(new SecureRandom())).isBetween(0L, LARGEST);
  }
}
