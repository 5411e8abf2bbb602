package org.dashdot.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListAddressTest {

  @Test
  void onlyWhatAListKnowsIsKept() {
    assertThat(
            ListAddress.lasting("?q=disk+full&status=all&x=1&cursor=7&team=&cols=team&cols=source"))
        .isEqualTo("q=disk+full&status=all&cols=team&cols=source");
    assertThat(ListAddress.here("q=a&cursor=7&go=back")).isEqualTo("q=a&cursor=7&go=back");
    assertThat(ListAddress.lasting(null)).isEmpty();
  }

  @Test
  void nothingLeavesTheValueItStandsIn() {
    assertThat(ListAddress.lasting("q=a%26status%3Dall%0d%0aX:1"))
        .isEqualTo("q=a%26status%3Dall%0D%0AX%3A1");
    assertThat(ListAddress.lasting("q=50%")).isEqualTo("q=50%25");
  }
}
