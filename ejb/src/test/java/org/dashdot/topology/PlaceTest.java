package org.dashdot.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dashdot.signal.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each condition burns at one place. */
class PlaceTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "web-1:9100, -, -, system:web-1",
        "web-1, shop, -, application:shop",
        "-, shop, -, application:shop",
        "web-1, shop, system, system:web-1",
        "web-1, shop, hardware, hardware:web-1",
        "-, shop, hardware, application:shop",
        "web-1:9100, node-exporter, -, system:web-1",
        "-, -, application, -",
      })
  void labelsNameOnePlace(String host, String service, String tier, String key) {
    Map<String, String> labels = new HashMap<>();
    labels.put("instance", host);
    labels.put("service", service);
    labels.put("tier", tier);

    assertThat(Place.of(Labels.of(labels)).map(Place::key).orElse(null)).isEqualTo(key);
  }

  @Test
  void aKeyIsReadBackWithWhateverItsNameHolds() {
    Place place = new Place(Tier.APPLICATION, "shop: ~ ü");

    assertThat(Place.read(place.key())).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "system", "system:", "planet:earth", ":x"})
  void whatIsNoKeyIsNoPlace(String text) {
    assertThat(Place.read(text)).isEmpty();
  }

  @Test
  void bothServiceAndHostAreSeen() {
    assertThat(Place.named(Labels.of(Map.of("service", "shop", "host", "web-1"))))
        .extracting(Place::key)
        .containsExactly("application:shop", "system:web-1");
  }

  @Test
  void aHostThatAnInventoryCallsAServiceIsOnePlace() {
    Place host = new Place(Tier.SYSTEM, "db-1");
    Place said = new Place(Tier.APPLICATION, "db-1");
    Place shop = new Place(Tier.APPLICATION, "shop");

    assertThat(Sightings.together(Set.of(host), Set.of(said, shop))).containsExactly(shop, host);
    assertThat(Sightings.together(Set.of(host, said), Set.of(said))).containsExactly(said, host);
  }

  @Test
  void numbersInNamesGoByTheirSize() {
    assertThat(List.of("web-10", "web-2", "db", "web-02", "web-2a").stream().sorted(ByName.ORDER))
        .containsExactly("db", "web-02", "web-2", "web-2a", "web-10");
  }
}
