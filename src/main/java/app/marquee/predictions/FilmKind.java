package app.marquee.predictions;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file of films holds. */
enum FilmKind {
  MOVIES(MovieFormats.ALL),
  METRICS(MetricFormats.ALL),
  PEOPLE(PersonFormats.PEOPLE),
  CREDITS(PersonFormats.CREDITS),
  NOMINATIONS(NominationFormats.ALL),
  LISTS(ListFormats.ALL);

  private final List<FilmFormat> formats;

  FilmKind(List<FilmFormat> formats) {
    this.formats = formats;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FilmKind> find(String word) {
    return List.of(values()).stream().filter(kind -> kind.word().equals(word)).findFirst();
  }

  FactTable table() {
    return FactTable.valueOf(name());
  }

  /** Columns any of its formats knows. */
  Set<String> columns() {
    return formats.stream()
        .flatMap(format -> format.columns().stream())
        .collect(Collectors.toSet());
  }

  /** The first that fits; our own is the last and takes what is left. */
  FilmFormat format(Set<String> header) {
    return formats.stream()
        .filter(format -> format.fits().test(header))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no format takes what is left of " + this));
  }
}
