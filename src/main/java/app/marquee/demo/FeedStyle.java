package app.marquee.demo;

/** How a park's feed words what its rides do: the kinds that real feeds come in. */
enum FeedStyle {
  /** OPERATING, DOWN, CLOSED and REFURBISHMENT are stated. */
  STATES_DOWN,
  /** As above, but a broken ride is only ever called CLOSED. */
  SAYS_CLOSED,
  /** No status at all: open or not, and a wait. */
  FLAGS_ONLY
}
