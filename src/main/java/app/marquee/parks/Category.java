package app.marquee.parks;

/** What a ride is; only an {@code ATTRACTION} ranks. */
enum Category {
  ATTRACTION,
  SHOW,
  MEET_AND_GREET,
  EXPERIENCE
}
