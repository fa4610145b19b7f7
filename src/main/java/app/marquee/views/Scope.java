package app.marquee.views;

import java.util.List;
import java.util.Optional;

/**
 * What a refresh covers: everything, a feature, a view or one key. Written {@code all}, {@code
 * feature:parks}, {@code view:park_downtime}, {@code key:park_downtime_today_all-parks}.
 *
 * @param name null for everything
 */
public record Scope(Kind kind, String name) {
  public static final Scope ALL = new Scope(Kind.ALL, null);

  /** The four widths of a scope. */
  public enum Kind {
    ALL,
    FEATURE,
    VIEW,
    KEY;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public static Scope of(Feature feature) {
    return new Scope(Kind.FEATURE, feature.name());
  }

  public static Scope of(Key key) {
    return new Scope(Kind.KEY, key.toString());
  }

  /** Errors: {@link IllegalArgumentException} for what {@link #toString} did not write. */
  static Scope parse(String text) {
    int colon = text.indexOf(':');
    Kind kind =
        Kind.valueOf(
            (colon < 0 ? text : text.substring(0, colon)).toUpperCase(java.util.Locale.ROOT));
    return new Scope(kind, colon < 0 ? null : text.substring(colon + 1));
  }

  /** Its keys; empty if the catalog does not know the name. */
  public Optional<List<Key>> keys(Catalog catalog) {
    if (kind == Kind.ALL) {
      return Optional.of(List.copyOf(catalog.keys()));
    }
    if (kind == Kind.FEATURE) {
      return catalog.feature(name).map(catalog::keysOf);
    }
    return kind == Kind.VIEW
        ? catalog.findView(name).map(View::keys)
        : catalog.findKey(name).map(List::of);
  }

  boolean covers(Key key, Catalog catalog) {
    return switch (kind) {
      case ALL -> true;
      case FEATURE -> catalog.feature(key).name().equals(name);
      case VIEW -> key.view().equals(name);
      case KEY -> key.toString().equals(name);
    };
  }

  @Override
  public String toString() {
    return name == null ? kind.word() : kind.word() + ":" + name;
  }
}
