package app.marquee.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  @Test
  void partsAreRead() {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://ann:secret@db.example:6432/marquee");

    assertThat(url.user()).isEqualTo("ann");
    assertThat(url.password()).isEqualTo("secret");
    assertThat(url.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6432/marquee");
    assertThat(url.reactiveUrl()).isEqualTo("postgresql://db.example:6432/marquee");
  }

  @Test
  void thePortMayBeLeftOut() {
    assertThat(DatabaseUrl.parse("postgres://ann:secret@db/marquee").port()).isEqualTo(5432);
  }

  @Test
  void anIpv6AddressKeepsItsBrackets() {
    assertThat(DatabaseUrl.parse("postgresql://a:b@[::1]:5432/m").jdbcUrl())
        .isEqualTo("jdbc:postgresql://[::1]:5432/m");
  }

  @Test
  void parametersReachBothDriversUnderTheirOwnNames() {
    DatabaseUrl url =
        DatabaseUrl.parse("postgresql://a:b@db/m?sslmode=require&application_name=two%20nodes");

    assertThat(url.jdbcUrl()).endsWith("/m?ApplicationName=two%20nodes&sslmode=require");
    assertThat(url.reactiveUrl()).endsWith("/m?application_name=two%20nodes&sslmode=require");
  }

  @Property
  void anyPasswordSurvivesPercentEncoding(@ForAll String password) {
    String encoded = URLEncoder.encode(password, StandardCharsets.UTF_8).replace("+", "%20");
    String readable = new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    assertThat(DatabaseUrl.parse("postgresql://a:" + encoded + "@db/m").password())
        .isEqualTo(readable);
  }

  @Test
  void whatIsWrittenForConfigurationIsReadBackEqual() {
    DatabaseUrl url = DatabaseUrl.parse("postgresql://a%40b:c%2Fd%20e@db:1/m?sslmode=require");

    assertThat(DatabaseUrl.parse(url.withPassword())).isEqualTo(url);
  }

  @Test
  void aPlusIsAPlus() {
    assertThat(DatabaseUrl.parse("postgresql://a:b+c@db/m").password()).isEqualTo("b+c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "db:5432",
        "mysql://a:s3cret@db/m",
        "postgresql://db/m",
        "postgresql://a:s3cret@db",
        "postgresql://a:s3cret@db/",
        "postgresql://a:s3cret#x@db/m",
        "postgresql://a:s3cret%@db/m",
        "postgresql://a:s3cret@db:port/m"
      })
  void otherFormsAreRefusedWithoutRepeatingThePassword(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgresql://user:password@host:port/database")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void anUnknownParameterIsRefusedNamingTheKnownOnes() {
    assertThatThrownBy(() -> DatabaseUrl.parse("postgresql://a:b@db/m?ssl=true"))
        .hasMessage("unknown parameter 'ssl'; known: application_name, sslmode");
  }

  @Test
  void itsTextHasNoPassword() {
    assertThat(DatabaseUrl.parse("postgresql://ann:s3cret@db/m"))
        .hasToString("postgresql://ann@db:5432/m");
  }
}
