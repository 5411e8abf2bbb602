package org.dashdot.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.Undecodable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryTest {

  private static List<String> words(String text) {
    return Inventory.read(text).stream()
        .map(
            f ->
                f.upper().kind().word()
                    + " "
                    + f.upper().name()
                    + " "
                    + f.relation().words()
                    + " "
                    + f.lower().kind().word()
                    + " "
                    + f.lower().name())
        .toList();
  }

  /** Printed by ansible-inventory of ansible-core 2.14. */
  @Test
  void whatAnsibleInventoryListsIsRead() throws IOException {
    try (InputStream in = InventoryTest.class.getResourceAsStream("/ansible-inventory-list.json")) {
      assertThat(words(new String(in.readAllBytes(), StandardCharsets.UTF_8)))
          .containsExactlyInAnyOrder(
              "service shop runs on host web-1",
              "service shop runs on host web-2",
              "service database runs on host db-1",
              "host db-1 connected to device switch-3",
              "host db-1 depends on service ntp",
              "host web-1 depends on service ntp",
              "host web-2 depends on service ntp");
    }
  }

  @Test
  void aTableIsRead() {
    assertThat(
            words(
                """
                what,relation,on what
                # the shop
                checkout,runs on,web-1
                "web-1", connected_to ,"switch-3"

                checkout,Depends on,database
                checkout,runs on,web-1
                """))
        .containsExactly(
            "service checkout runs on host web-1",
            "host web-1 connected to device switch-3",
            "service checkout depends on service database");
    assertThat(words("a;runs on;b")).containsExactly("service a runs on host b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,runs on           | Line 1: three columns",
        "a,sits on,b         | Line 1: the relation is",
        "a,runs on,          | Line 1: a name is missing",
        "{\"all\": {}}       | No group with hosts",
        "what,relation,on what | No line with three columns"
      })
  void whatCannotBeReadIsSaid(String text, String sentence) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> Inventory.read(text))
        .withMessageContaining(sentence)
        .satisfies(wrong -> assertThat(wrong.field()).isEqualTo("inventory"));
  }

  @Test
  void brokenJsonIsRefused() {
    assertThatExceptionOfType(Undecodable.class).isThrownBy(() -> Inventory.read("{\"a\":"));
  }
}
