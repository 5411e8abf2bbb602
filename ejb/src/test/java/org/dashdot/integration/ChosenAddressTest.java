package org.dashdot.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.dashdot.notification.DeliveryException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes the server ask what only it can reach. */
class ChosenAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.1",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::"
      })
  void privateNetworksAreClosed(String address) throws UnknownHostException {
    assertThat(ChosenAddress.closed(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.78.9", "8.8.8.8", "100.128.0.1", "2a00:1450::1", "172.32.0.1"})
  void othersAreOpen(String address) throws UnknownHostException {
    assertThat(ChosenAddress.closed(InetAddress.getByName(address))).isFalse();
  }

  @Test
  void anAdministratorMayNameAHost() {
    assertThatThrownBy(() -> ChosenAddress.check("http://127.0.0.1:8065/hooks/x", ""))
        .isInstanceOf(DeliveryException.class)
        .hasMessageContaining("notify.private-hosts");
    assertThatCode(() -> ChosenAddress.check("http://127.0.0.1:8065/x", "chat.local, 127.0.0.1"))
        .doesNotThrowAnyException();
  }
}
