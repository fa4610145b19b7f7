package app.marquee;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.db.DatabaseProfile;
import app.marquee.db.DatabaseUrl;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplicaSettingTest {
  private static final String PRIMARY = "postgresql://me:secret@one:5432/marquee";
  private static final String REPLICA = "postgresql://me:secret@two:5432/marquee";

  @Test
  void aReplicaOfAnExternalDatabaseIsAccepted() {
    assertThat(complaint(REPLICA, DatabaseProfile.POSTGRES)).isEmpty();
    assertThat(complaint(REPLICA, DatabaseProfile.POOLER)).isEmpty();
  }

  @Test
  void theEmbeddedDatabaseHasNone() {
    assertThat(ReplicaSetting.complaint(REPLICA, Optional.empty(), DatabaseProfile.POSTGRES))
        .hasValue("needs MARQUEE_DATABASE_URL: the embedded database has no replica");
  }

  @Test
  void aDistributedDatabaseHasNone() {
    assertThat(complaint(REPLICA, DatabaseProfile.DISTRIBUTED))
        .hasValueSatisfying(
            line -> assertThat(line).startsWith("is for the profiles postgres and pooler"));
  }

  @Test
  void theDatabaseIsNotItsOwnReplica() {
    assertThat(complaint(PRIMARY, DatabaseProfile.POSTGRES))
        .hasValue("is the address of the database itself");
  }

  @Test
  void anAddressThatIsNoneIsNotRepeated() {
    assertThat(complaint("secret@two", DatabaseProfile.POSTGRES))
        .hasValueSatisfying(line -> assertThat(line).contains("form").doesNotContain("secret@"));
  }

  private static Optional<String> complaint(String replica, DatabaseProfile profile) {
    return ReplicaSetting.complaint(replica, Optional.of(DatabaseUrl.parse(PRIMARY)), profile);
  }
}
