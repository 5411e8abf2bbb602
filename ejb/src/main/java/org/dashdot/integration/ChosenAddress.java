package org.dashdot.integration;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.dashdot.notification.DeliveryException;

/**
 * An address that a person chose and this server asks: it must not lead to what only this server
 * can reach, unless an administrator named that host.
 */
public final class ChosenAddress {

  private ChosenAddress() {}

  /**
   * @param privateHosts hosts that may be private, with commas between
   * @throws DeliveryException when it may not be asked
   */
  public static void check(String url, String privateHosts) {
    String host = URI.create(url).getHost();
    if (host == null) {
      throw new DeliveryException("This is no address to send to", false, null);
    }
    boolean named =
        Arrays.stream(privateHosts.split(","))
            .anyMatch(h -> h.trim().equalsIgnoreCase(host.toLowerCase(Locale.ROOT)));
    if (named) {
      return;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (closed(address)) {
          throw new DeliveryException(
              host
                  + " is in a private network; an administrator allows it by the setting"
                  + " notify.private-hosts",
              false,
              null);
        }
      }
    } catch (UnknownHostException e) {
      throw new DeliveryException("There is no host " + host, true, null);
    }
  }

  static boolean closed(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet6Address) {
      boolean unique = (bytes[0] & 0xfe) == 0xfc;
      // 64:ff9b::/96 and 2002::/16 hold addresses of version 4, which could be private.
      boolean wraps =
          bytes[0] == 0x20 && bytes[1] == 0x02
              || bytes[0] == 0x00 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
      return unique || wraps || special(address);
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    return first == 0 || first >= 240 || shared || benchmark || special(address);
  }

  private static boolean special(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress();
  }
}
