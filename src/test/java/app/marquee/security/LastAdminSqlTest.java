package app.marquee.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.marquee.testkit.ManualClock;
import app.marquee.testkit.TestDatabase;
import app.marquee.testkit.TestMembers;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody who may administer is always left. */
class LastAdminSqlTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Caller NOBODY = new Caller("tests", null, true);
  private static final MemberEdit DEMOTE = new MemberEdit("member", null, false, null, null);
  private static final MemberEdit LEAVE = new MemberEdit(null, false, false, null, null);

  private final TestDatabase database = TestDatabase.create();
  private final Pool pool = database.pool();
  private final ManualClock clock = new ManualClock();
  private final ApiTokens tokens = new ApiTokens(pool, clock, new TokenUses(pool, clock));
  private final MemberAccounts accounts =
      new MemberAccounts(pool, null, tokens, new AuditLog(clock));

  @Test
  void theLastAdminStaysOneUnlessAProgramMayAdminister() {
    long one = TestMembers.add(pool, "One", Roles.ADMIN);
    long other = TestMembers.add(pool, "Other", Roles.ADMIN);
    assertThat(await(accounts.edit(NOBODY, other, DEMOTE)).role()).isEqualTo("member");

    refused(one, DEMOTE);
    refused(one, LEAVE);
    assertThat(await(accounts.find(one)).role()).isEqualTo("admin");

    await(tokens.admit(ApiToken.of("a program", Roles.ADMIN, "secret-secret-secret")));
    assertThat(await(accounts.edit(NOBODY, one, DEMOTE)).role()).isEqualTo("member");
  }

  @Test
  void theLastAdminsTokenCannotBeEnded() {
    ProgramTokens programs = new ProgramTokens(pool, clock, tokens, new AuditLog(clock));
    long last = made(programs, "the last", null);
    made(programs, "one that ends by itself", Duration.ofDays(1));

    assertThatThrownBy(() -> await(programs.revoke(NOBODY, last)))
        .isInstanceOf(WebApplicationException.class)
        .hasMessage("nobody would be left who may administer");
    assertThat(await(programs.list())).allMatch(token -> token.revokedAt() == null);

    made(programs, "another", null);
    assertThat(await(programs.revoke(NOBODY, last))).isTrue();
  }

  private static long made(ProgramTokens programs, String name, Duration life) {
    return await(programs.add(NOBODY, name, Roles.ADMIN, life, ApiToken.newSecret()))
        .orElseThrow()
        .id();
  }

  @Test
  void ofTwoAdminsWhoDemoteEachOtherOneStays() {
    long one = TestMembers.add(pool, "One", Roles.ADMIN);
    long other = TestMembers.add(pool, "Other", Roles.ADMIN);

    List<Boolean> done = await(Uni.join().all(List.of(demoted(one), demoted(other))).andFailFast());

    assertThat(done).containsExactlyInAnyOrder(true, false);
  }

  private Uni<Boolean> demoted(long id) {
    return accounts
        .edit(NOBODY, id, DEMOTE)
        .map(account -> true)
        .onFailure(WebApplicationException.class)
        .recoverWithItem(false);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  private void refused(long id, MemberEdit edit) {
    assertThatThrownBy(() -> await(accounts.edit(NOBODY, id, edit)))
        .isInstanceOf(WebApplicationException.class)
        .hasMessageContaining("nobody would be left");
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
