package app.marquee.views;

import app.marquee.db.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every feature, view and key there is: the one list that refresher, server and ops read. */
@ApplicationScoped
public class Catalog {
  private final Map<String, Feature> features;
  private final Map<String, View> views = new LinkedHashMap<>();
  private final Map<String, Feature> featureOfView = new LinkedHashMap<>();
  private final Map<String, String> definitions = new HashMap<>();
  private volatile Declared declared;

  /** The keys there are while the views' filters are these. */
  private record Declared(List<List<String>> filters, Map<String, Key> keys) {}

  @Inject
  public Catalog(Instance<Feature> features) {
    this(features.stream().sorted(java.util.Comparator.comparing(Feature::name)).toList());
  }

  Catalog(List<Feature> features) {
    this.features =
        features.stream()
            .collect(
                Collectors.toMap(
                    Feature::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    for (Feature feature : features) {
      for (View view : feature.views()) {
        if (views.put(view.name(), view) != null) {
          throw new IllegalStateException("declared twice: " + view);
        }
        featureOfView.put(view.name(), feature);
        definitions.put(view.name(), definition(feature, view));
      }
    }
  }

  public Collection<Feature> features() {
    return features.values();
  }

  public Optional<Feature> feature(String name) {
    return Optional.ofNullable(features.get(name));
  }

  public Collection<View> views() {
    return views.values();
  }

  public Optional<View> findView(String name) {
    return Optional.ofNullable(views.get(name));
  }

  public Collection<Key> keys() {
    return declared().keys().values();
  }

  public Optional<Key> findKey(String key) {
    return Optional.ofNullable(declared().keys().get(key));
  }

  /** Made anew when a profile has come or gone. */
  private Declared declared() {
    Declared known = declared;
    List<List<String>> filters = views.values().stream().map(View::filters).toList();
    if (known == null || !known.filters().equals(filters)) {
      Map<String, Key> keys = new LinkedHashMap<>();
      views.values().forEach(v -> v.keys().forEach(key -> keys.put(key.toString(), key)));
      known = new Declared(filters, keys);
      declared = known;
    }
    return known;
  }

  public View view(Key key) {
    return views.get(key.view());
  }

  public Feature feature(Key key) {
    return featureOfView.get(key.view());
  }

  /**
   * Hash of what decides a key's document besides facts and time: its statement, the feature's
   * settings and what it binds for the key alone.
   */
  public String definitionHash(Key key) {
    return definitionHash(key, feature(key).binds(key));
  }

  /** The hash while the key binds these. */
  String definitionHash(Key key, Map<String, Object> own) {
    String definition = definitions.get(key.view());
    return own.isEmpty() ? definition : Sha256.hex(definition + new TreeMap<>(own));
  }

  private static String definition(Feature feature, View view) {
    return Sha256.hex(
        view.sql().hash() + new TreeMap<>(feature.binds()) + new TreeMap<>(view.binds()));
  }

  public List<Key> keysOf(Feature feature) {
    return feature.views().stream().flatMap(view -> view.keys().stream()).toList();
  }
}
