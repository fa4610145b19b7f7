package app.marquee.proposals;

import app.marquee.http.QueryReader;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which proposals somebody wants to see, in which order; null for what does not matter. */
record ProposalQuery(
    String status,
    String sort,
    String q,
    String genre,
    String proposer,
    boolean unvoted,
    int limit,
    int offset) {
  static final int MOST = 200;

  private static final List<String> SORTS = List.of("votes", "new", "rating", "runtime", "title");
  private static final Map<String, List<String>> STATUSES = new LinkedHashMap<>();
  private static final int USUAL = 20;
  private static final int LONGEST = 100;

  static {
    STATUSES.put("open", List.of("OPEN", "SELECTED"));
    STATUSES.put("watched", List.of("WATCHED"));
    STATUSES.put("all", List.of("OPEN", "SELECTED", "WATCHED"));
  }

  /** Errors: a problem 400 that names every parameter that is not as it should be. */
  static ProposalQuery read(RoutingContext request) {
    QueryReader reader = QueryReader.of(request);
    ProposalQuery query =
        new ProposalQuery(
            reader.oneOf("status", List.copyOf(STATUSES.keySet()), "open"),
            reader.oneOf("sort", SORTS, SORTS.get(0)),
            reader.text("q", LONGEST),
            reader.text("genre", LONGEST),
            reader.text("proposer", LONGEST),
            Boolean.parseBoolean(reader.oneOf("unvoted", List.of("true", "false"), "false")),
            reader.integer("limit", 1, MOST, USUAL),
            reader.integer("offset", 0, Integer.MAX_VALUE, 0));
    reader.check();
    return query;
  }

  /** Those of {@code list_proposals.sql} that the reader does not decide. */
  Map<String, Object> binds() {
    Map<String, Object> binds = new HashMap<>();
    binds.put("status", status);
    binds.put("statuses", STATUSES.get(status).toArray(String[]::new));
    binds.put("sort", sort);
    binds.put("q", q);
    binds.put("genre", genre);
    binds.put("proposer", proposer);
    binds.put("unvoted", unvoted);
    binds.put("limit", limit);
    binds.put("offset", offset);
    return binds;
  }

  /** Whether proposals follow this page when there are so many in all. */
  boolean hasNext(long total) {
    return (long) offset + limit < total;
  }

  /** The query of the page that follows. */
  String next() {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("status", status);
    arguments.put("sort", sort);
    arguments.put("q", q);
    arguments.put("genre", genre);
    arguments.put("proposer", proposer);
    arguments.put("unvoted", unvoted ? "true" : null);
    arguments.put("limit", String.valueOf(limit));
    arguments.put("offset", String.valueOf((long) offset + limit));
    return arguments.entrySet().stream()
        .filter(argument -> argument.getValue() != null)
        .map(
            argument ->
                argument.getKey()
                    + '='
                    + URLEncoder.encode(argument.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
