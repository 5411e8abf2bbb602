package org.dashdot.integration;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Set;
import org.dashdot.notification.DeliveryException;

/**
 * Hands a message to a server by HTTP and tells apart what surely did not leave and what may have.
 */
public final class Handover {

  /** From the first packet to the last byte of the answer. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  /**
   * Said by what stands before a server, or of one that was slow: the message may have been heard.
   */
  private static final Set<Integer> NOBODY_KNOWS = Set.of(408, 502, 504);

  private static final int TOO_MANY = 429;

  private Handover() {}

  /**
   * Returns the answer whatever its status.
   *
   * @param who the server as a sentence's subject; the request's address may hold secrets and is
   *     never named
   * @throws DeliveryException when there was no answer
   */
  public static HttpFetch.Answer send(HttpFetch http, HttpFetch.Request request, String who) {
    try {
      return http.send(request, LIMIT);
    } catch (IOException e) {
      if (surelyNotSent(e)) {
        throw new DeliveryException(who + " is not reached", true, null);
      }
      throw DeliveryException.unknown(who + " gave no answer", null);
    }
  }

  /**
   * What a status that is no success means for the message: surely not taken, unless the server
   * behind a proxy may have taken it.
   */
  public static DeliveryException refused(String who, int status, String words) {
    boolean later =
        status >= 500
            || status == TOO_MANY
            // Credentials are mended by an administrator, and then it leaves.
            || status == 401
            || status == 403;
    String said = words == null || words.isBlank() ? "" : ": " + words;
    String what = who + " answered " + status + said;
    return NOBODY_KNOWS.contains(status)
        ? DeliveryException.unknown(what, null)
        : new DeliveryException(what, later, null);
  }

  private static boolean surelyNotSent(Throwable error) {
    for (Throwable at = error; at != null; at = at.getCause()) {
      if (at instanceof ConnectException
          || at instanceof HttpConnectTimeoutException
          || at instanceof UnresolvedAddressException
          || at instanceof UnknownHostException
          || at instanceof IllegalArgumentException) {
        return true;
      }
    }
    return false;
  }

  /** At most so many characters of what a server said, on one line. */
  public static String words(byte[] body, int most) {
    String text =
        new String(body, java.nio.charset.StandardCharsets.UTF_8)
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .trim();
    return text.length() > most ? text.substring(0, most) : text;
  }
}
