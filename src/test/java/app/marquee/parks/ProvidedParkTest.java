package app.marquee.parks;

import static org.assertj.core.api.Assertions.assertThat;

import app.marquee.parks.PushReader.Newcomer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProvidedParkTest {
  @ParameterizedTest
  @EnumSource(Provider.class)
  void whatAProviderListsAsRideIsAnAttractionWhateverItsNameSounds(Provider provider) {
    ObjectNode ride =
        ProvidedPark.ride(1, new Newcomer(provider, "7", "Country Bear Musical Jamboree", null));

    assertThat(ride.path("category").asText(null)).isEqualTo("ATTRACTION");
  }
}
