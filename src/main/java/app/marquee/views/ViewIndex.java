package app.marquee.views;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What this node knows of every key without asking: its current build (without the body), its
 * state, the versions of the sources and the open runs. Fed by polls and by this node's own
 * publishes; a greater generation always wins.
 */
@ApplicationScoped
public class ViewIndex {
  private final Map<Key, Build> builds = new ConcurrentHashMap<>();
  private final Map<Key, KeyState> states = new ConcurrentHashMap<>();
  private final Map<String, SourceHistory> sources = new ConcurrentHashMap<>();
  private volatile List<OpenRun> runs = List.of();
  private volatile Optional<EndedRun> lastRun = Optional.empty();
  private volatile Optional<Pause> refreshingPause = Optional.empty();
  private volatile boolean informed;

  public Optional<Build> find(Key key) {
    return Optional.ofNullable(builds.get(key));
  }

  KeyState state(Key key) {
    return states.getOrDefault(key, KeyState.sound(key));
  }

  /** Set while no refresh run may begin. */
  public Optional<Pause> refreshingPause() {
    return refreshingPause;
  }

  /** Whether nothing may refresh the key: it is paused, or everything is. */
  boolean paused(Key key) {
    return refreshingPause.isPresent() || state(key).paused();
  }

  SourceHistory source(String name) {
    return sources.computeIfAbsent(name, unknown -> new SourceHistory());
  }

  public List<OpenRun> openRuns() {
    return runs;
  }

  public Optional<EndedRun> lastRun() {
    return lastRun;
  }

  /** Whether a poll has succeeded since the start. */
  boolean informed() {
    return informed;
  }

  /** What a build was to this node. */
  enum Change {
    /** Known already, or older than what is known. */
    NONE,
    /** A newer generation of the same document. */
    CONFIRMED,
    /** Another document. */
    CHANGED
  }

  Change learnBuild(Build build) {
    AtomicReference<Change> change = new AtomicReference<>(Change.NONE);
    builds.compute(
        build.key(),
        (key, known) -> {
          change.set(change(known, build));
          return known == null || build.generation() >= known.generation() ? build : known;
        });
    return change.get();
  }

  private static Change change(Build known, Build news) {
    if (known != null && news.generation() <= known.generation()) {
      return Change.NONE;
    }
    return known != null && news.etag().equals(known.etag()) ? Change.CONFIRMED : Change.CHANGED;
  }

  void learnState(KeyState state) {
    states.put(state.key(), state);
  }

  void learnPause(Optional<Pause> pause) {
    refreshingPause = pause;
  }

  void learnRuns(List<OpenRun> open, Optional<EndedRun> last) {
    runs = open;
    lastRun = last;
    informed = true;
  }

  /** Of the newest publish this node knows of; 0 before the first. */
  long generation() {
    return builds.values().stream().mapToLong(Build::generation).max().orElse(0);
  }

  /** Of the newest publish of these keys this node knows of; 0 before the first. */
  public long generation(Collection<Key> keys) {
    return keys.stream()
        .map(builds::get)
        .filter(Objects::nonNull)
        .mapToLong(Build::generation)
        .max()
        .orElse(0);
  }

  /** The newest source version that a publish of these keys contains, if there was one. */
  OptionalLong publishedVersion(Collection<Key> keys) {
    return keys.stream()
        .map(builds::get)
        .filter(Objects::nonNull)
        .mapToLong(Build::sourceVersion)
        .max();
  }

  /** Forgets every build that is not among these: somebody deleted them. */
  void keepOnly(Collection<Key> present) {
    Set<Key> gone = new HashSet<>(builds.keySet());
    gone.removeAll(present);
    gone.forEach(builds::remove);
  }

  int size() {
    return builds.size();
  }
}
