package app.marquee.testkit;

/** The tokens of the application under test. */
public final class TestTokens {
  public static final String ADMIN = "admin-token-of-the-tests";
  public static final String INGEST = "ingest-token-of-the-tests";

  private TestTokens() {}
}
