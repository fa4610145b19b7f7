package app.marquee.db;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement with its named binds numbered in order of first appearance, comments stripped. */
record SqlBinds(String statement, List<String> names) {

  // One alternation, first hit wins: what cannot hold a bind is passed over before binds are looked
  // for.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>'(?:[^']|'')*'|\"[^\"]*\")|(?<comment>--[^\\n]*|/\\*.*?\\*/)"
              + "|(?<refused>::|\\?|\\bnow\\s*\\(|\\bcurrent_(?:date|timestamp|time)\\b)|:(?<bind>[a-z][a-z0-9_]*)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  static SqlBinds parse(String path, String text) {
    List<String> names = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      token.appendReplacement(statement, Matcher.quoteReplacement(replacement(path, token, names)));
    }
    token.appendTail(statement);
    return new SqlBinds(
        statement.toString().replaceAll("(?m)^[ \\t]*\\n|[ \\t]+$", "").strip(),
        List.copyOf(names));
  }

  private static String replacement(String path, Matcher token, List<String> names) {
    if (token.group("refused") != null) {
      throw new IllegalArgumentException(path + " may not contain " + token.group("refused"));
    }
    String name = token.group("bind");
    if (name == null) {
      return token.group("comment") != null ? "" : token.group();
    }
    if (!names.contains(name)) {
      names.add(name);
    }
    return "$" + (names.indexOf(name) + 1);
  }
}
