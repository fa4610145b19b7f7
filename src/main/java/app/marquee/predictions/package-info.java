/**
 * Films, and which of them will be added to a canonical list.
 *
 * <p>Facts come in as files through {@link app.marquee.predictions.FilmImporter}: films, metrics,
 * people, credits, nominations and lists, in our own columns or a public format. Each batch is a
 * transaction; triggers mark the films it touches, and {@link app.marquee.predictions.Scoring} then
 * brings {@code person_quality} and {@code movie_score} up to date. Both are a pure function of the
 * facts, the target list and the version of the scoring: incremental and full scoring end in the
 * same rows.
 *
 * <p>The scoring is told once, in {@code sql/predictions/}: a component per file, the total, the
 * likelihood and the breakdown beside them. The target list is a bind of the scoring and counts in
 * no component, so a film's score is the same on it and off it.
 *
 * <p>Who races whom: writers of facts take turns by one lock, scorings by another. A scoring takes
 * the marks it sees and reads the facts after them; what is committed in between may be read twice,
 * and is scored again because its mark is still there.
 */
package app.marquee.predictions;
