package app.marquee.predictions;

import static app.marquee.predictions.PredictionsApi.admin;
import static app.marquee.predictions.PredictionsApi.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import app.marquee.testkit.TestTokens;
import app.marquee.views.Coherence;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProfilesHttpTest {
  private static final String MINE =
      "{\"name\":\"Mine, all mine\",\"weights\":{\"awards\":3,\"people\":1}}";
  private static final String SLUG = "mine-all-mine";

  @Inject Pool pool;
  @Inject Profiles profiles;
  @Inject Coherence coherence;

  private PredictionsApi api;

  @BeforeEach
  void tellTheWorld() {
    api = new PredictionsApi(pool, profiles, coherence);
    api.reset();
  }

  @AfterEach
  void forgetThem() {
    api.reset();
  }

  @Test
  void shippedProfilesAreListedFirst() {
    post(MINE).statusCode(201);

    get("/api/profiles")
        .statusCode(200)
        .body("default_profile", equalTo("balanced"))
        .body(
            "profiles.slug",
            contains(
                "balanced",
                "award-winner",
                "critics-choice",
                "crowd-pleaser",
                "cult-classic",
                SLUG));
  }

  @Test
  void aProfileIsSavedReadAndPredictedWith() {
    post(MINE)
        .statusCode(201)
        .header("Location", equalTo("/api/profiles/" + SLUG))
        .body("profile.is_system", equalTo(false));
    get("/api/profiles/" + SLUG).body("profile.weights.awards", equalTo(3));
    api.refresh("{\"decade\":1990,\"profile\":\"" + SLUG + "\"}");

    get("/api/predictions?decade=1990&profile=" + SLUG)
        .statusCode(200)
        .body("algorithm_info.weights.awards", equalTo(0.75f));
  }

  @Test
  void anEditBuildsExactlyItsKeysAnewAndWhatComparesThem() {
    post(MINE).statusCode(201);
    Awaitility.await().atMost(PredictionsApi.PATIENCE).until(() -> builtAll(6));
    Map<String, String> before = api.builds();

    put(SLUG, "{\"name\":\"Mine, all mine\",\"weights\":{\"awards\":1,\"people\":1}}")
        .statusCode(200);

    Set<String> expected = new TreeSet<>(Set.of("predictions_comparison_all_profiles"));
    before.keySet().stream().filter(key -> key.endsWith(SLUG)).forEach(expected::add);
    assertThat(expected).hasSize(13);
    Awaitility.await()
        .atMost(PredictionsApi.PATIENCE)
        .untilAsserted(() -> assertThat(changed(before)).isEqualTo(expected));
  }

  @Test
  void theSameWeightsOnAnotherScaleRankAlike() {
    post(MINE).statusCode(201);
    api.refresh("{\"decade\":1990,\"profile\":\"" + SLUG + "\"}");
    Object before = get("/api/predictions?decade=1990&profile=" + SLUG).extract().path("data");
    put(SLUG, "{\"name\":\"Mine, all mine\",\"weights\":{\"awards\":0.75,\"people\":0.25}}");
    api.refresh("{\"decade\":1990,\"profile\":\"" + SLUG + "\"}");

    Object after = get("/api/predictions?decade=1990&profile=" + SLUG).extract().path("data");

    assertThat(after).isEqualTo(before);
  }

  @Test
  void deletingAProfileRemovesItsKeys() {
    post(MINE).statusCode(201);
    Awaitility.await().atMost(PredictionsApi.PATIENCE).until(() -> builtAll(6));

    admin().delete("/api/profiles/" + SLUG).then().statusCode(204);

    assertThat(api.builds().keySet()).noneMatch(key -> key.endsWith(SLUG));
    get("/api/views").body("views.filter", not(hasItem(SLUG)));
    get("/api/predictions?profile=" + SLUG).statusCode(400);
    get("/api/profiles/" + SLUG)
        .statusCode(404)
        .body("type", equalTo("/errors.md#profile-unknown"));
    get("/api/predictions").statusCode(200);
  }

  @Test
  void aProfileThatIsNotActiveHasNoKeys() {
    post(MINE).statusCode(201);
    Awaitility.await().atMost(PredictionsApi.PATIENCE).until(() -> builtAll(6));

    put(
            SLUG,
            "{\"name\":\"Mine, all mine\",\"active\":false,\"weights\":{\"awards\":1,\"people\":1}}")
        .statusCode(200);

    assertThat(api.builds().keySet()).noneMatch(key -> key.endsWith(SLUG));
    get("/api/profiles").body("profiles.slug", hasItem(SLUG));
    get("/api/predictions?profile=" + SLUG).statusCode(400);
  }

  @Test
  void shippedProfilesMayBeWeighedOtherwiseButNeitherRenamedNorDeleted() {
    String shipped = get("/api/profiles/cult-classic").extract().path("profile.description");
    admin().delete("/api/profiles/balanced").then().statusCode(409);
    put("cult-classic", "{\"name\":\"Other\",\"weights\":{\"awards\":1}}")
        .statusCode(409)
        .body("type", equalTo("/errors.md#profile-protected"));
    put("balanced", "{\"name\":\"Balanced\",\"active\":false,\"weights\":{\"awards\":1}}")
        .statusCode(409);

    put("cult-classic", "{\"name\":\"Cult Classic\",\"weights\":{\"awards\":1}}").statusCode(200);
    get("/api/profiles/cult-classic").body("profile.weights.awards", equalTo(1));

    put(
            "cult-classic",
            "{\"name\":\"Cult Classic\",\"description\":\""
                + shipped
                + "\",\"weights\":{\"popular_opinion\":0.4,\"awards\":0.1,\"cultural\":0.35,"
                + "\"people\":0.15}}")
        .statusCode(200);
  }

  @Test
  void namesAndSlugsAreTakenOnce() {
    post(MINE).statusCode(201);
    post(MINE).statusCode(409).body("type", equalTo("/errors.md#profile-exists"));
    post("{\"name\":\"Else\",\"slug\":\"balanced\",\"weights\":{\"awards\":1}}").statusCode(409);
    post("{\"name\":\"Balanced\",\"slug\":\"else\",\"weights\":{\"awards\":1}}").statusCode(409);
    put(SLUG, "{\"name\":\"Balanced\",\"weights\":{\"awards\":1}}").statusCode(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"weights\":{\"awards\":1}} | name",
        "{\"name\":\" \",\"weights\":{\"awards\":1}} | name",
        "{\"name\":7,\"slug\":\"a\",\"weights\":{\"awards\":1}} | name",
        "{\"name\":\"A\",\"slug\":\"a_b\",\"weights\":{\"awards\":1}} | slug",
        "{\"name\":\"A\",\"slug\":\"a--b\",\"weights\":{\"awards\":1}} | slug",
        "{\"name\":\"A\",\"slug\":\"aaaaaaaaaabbbbbbbbbbccccccccccddddddddddx\",\"weights\":{\"awards\":1}} | slug",
        "{\"name\":\"A\",\"slug\":null,\"weights\":{\"awards\":1}} | slug",
        "{\"name\":\"A\",\"slug\":7,\"weights\":{\"awards\":1}} | slug",
        "{\"name\":\"A\"} | weights",
        "{\"name\":\"A\",\"weights\":[1]} | weights",
        "{\"name\":\"A\",\"weights\":{}} | weights",
        "{\"name\":\"A\",\"weights\":{\"awards\":0}} | weights",
        "{\"name\":\"A\",\"weights\":{\"ratings\":1}} | weights.ratings",
        "{\"name\":\"A\",\"weights\":{\"awards\":-0.1}} | weights.awards",
        "{\"name\":\"A\",\"weights\":{\"awards\":1000001}} | weights.awards",
        "{\"name\":\"A\",\"weights\":{\"awards\":1e400}} | weights.awards",
        "{\"name\":\"A\",\"weights\":{\"awards\":1e-300}} | weights.awards",
        "{\"name\":\"A\",\"weights\":{\"awards\":true}} | weights.awards",
        "{\"name\":\"A\",\"weights\":{\"awards\":null}} | weights.awards",
        "{\"name\":\"A\",\"weights\":{\"awards\":1},\"active\":1} | active",
        "{\"name\":\"A\",\"weights\":{\"awards\":1},\"is_default\":true} | is_default"
      })
  void aBadProfileIsNamedMemberByMember(String body, String member) {
    post(body).statusCode(400).body("errors.parameter", hasItems(member));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"name\":\"A\",\"weights\":{\"awards\":NaN}}", "[1]", "{", "''"})
  void whatIsNoObjectCannotBeRead(String body) {
    post(body).statusCode(400).body("type", equalTo("/errors.md#body-unreadable"));
  }

  @Test
  void aSlugCannotBeChanged() {
    post(MINE).statusCode(201);
    put(SLUG, "{\"name\":\"A\",\"slug\":\"other\",\"weights\":{\"awards\":1}}")
        .statusCode(400)
        .body("errors.parameter", contains("slug"));
    put("nobody", MINE).statusCode(404);
    admin().delete("/api/profiles/nobody").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/profiles",
    "PUT, /api/profiles/balanced",
    "DELETE, /api/profiles/balanced"
  })
  void onlyAnAdminWrites(String method, String path) {
    given().contentType("application/json").body(MINE).request(method, path).then().statusCode(401);
    given()
        .header("Authorization", "Bearer " + TestTokens.INGEST)
        .contentType("application/json")
        .body(MINE)
        .request(method, path)
        .then()
        .statusCode(403);
  }

  /** Whether every key of so many profiles has a build. */
  private boolean builtAll(int howMany) {
    api.refresh();
    return api.builds().size() == howMany * 12 + 1;
  }

  private Set<String> changed(Map<String, String> before) {
    Set<String> changed = new TreeSet<>();
    api.builds()
        .forEach(
            (key, madeAt) -> {
              if (!madeAt.equals(before.get(key))) {
                changed.add(key);
              }
            });
    return changed;
  }

  private static ValidatableResponse post(String body) {
    return admin().body(body).post("/api/profiles").then();
  }

  private static ValidatableResponse put(String slug, String body) {
    return admin().body(body).put("/api/profiles/" + slug).then();
  }
}
