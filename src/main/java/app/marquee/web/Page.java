package app.marquee.web;

/** A page: the address it stands at, what it is called, and what it shows. */
enum Page {
  PARKS("/", "parks", "Parks", "Which theme parks and rides are broken or crowded."),
  PARK("/parks/:id", "park", "Park", "One theme park: what is broken, and how its score is made."),
  RIDE("/rides/:id", "ride", "Ride", "One ride: when it was down, and how long people waited."),
  PREDICTIONS(
      "/predictions",
      "predictions",
      "Predictions",
      "Which films will enter the list, and how well earlier decades were foretold."),
  VOTE("/vote", "vote", "Vote", "What to see at the next film night."),
  OPS("/ops", "ops", "Operations", "What is stale, running, failed or slow."),
  DOCS("/docs", "docs", "API", "Every address of the API.");

  private final String path;
  private final String word;
  private final String title;
  private final String description;

  Page(String path, String word, String title, String description) {
    this.path = path;
    this.word = word;
    this.title = title;
    this.description = description;
  }

  /** A path of a Vert.x route. */
  String path() {
    return path;
  }

  /** The name by which the scripts know it. */
  String word() {
    return word;
  }

  String title() {
    return title;
  }

  String description() {
    return description;
  }
}
