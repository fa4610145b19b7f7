package app.marquee.http;

import java.util.Map;

/** What is sent to the imports. */
final class PublishedFiles {
  /** A file of each kind that changes nothing: of what is there already, and of what cannot be. */
  static final Map<String, String> OF_KIND =
      Map.of(
          "parks",
          """
          park_key,name,timezone,mood
          demo-larkspur-kingdom,Larkspur Kingdom (demo),America/Los_Angeles,good
          demo-nowhere,Nowhere (demo),America/Atlantis,bad
          """,
          "movies",
          "imdb_id,title,mood\ntwo,Nobody's Film (demo),good\n",
          "metrics",
          "imdb_id,source,metric_type,value\ntt9999999,imdb,rating_average,11\n",
          "people",
          "person_id,name\n,Nobody (demo)\n",
          "credits",
          "imdb_id,person_id,credit_type\ntt9999999,,cast\n",
          "nominations",
          "imdb_id,festival,year,category,won\ntt9999999,,1,,maybe\n",
          "lists",
          "list,imdb_id\n1001_movies,two\n");

  private PublishedFiles() {}
}
