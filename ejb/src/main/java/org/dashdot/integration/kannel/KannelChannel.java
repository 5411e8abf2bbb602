package org.dashdot.integration.kannel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dashdot.integration.GatewayToken;
import org.dashdot.integration.Handover;
import org.dashdot.integration.HttpFetch;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.DeliveryException;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.signal.Integration;

/**
 * Short messages by a Kannel's {@code sendsms}. They are posted: an HTTP client repeats a GET by
 * itself when the connection ends before an answer, and each would be a message of its own.
 */
@ApplicationScoped
@Integration("kannel")
public class KannelChannel implements NotificationChannel {

  private static final String WHO = "Kannel";

  /** Delivered, failed, queued, taken and rejected by the centre: all that can be reported. */
  private static final String REPORT_ALL = "31";

  private static final int TAKEN = 202;
  private static final int LONGEST = 100;

  @Inject HttpFetch http;

  KannelAccount account = KannelAccount.ofEnvironment();

  @Override
  public String name() {
    return "kannel";
  }

  @Override
  public ContactKind kind() {
    return ContactKind.SMS;
  }

  @Override
  public boolean available() {
    return account.complete();
  }

  @Override
  public boolean reaches(String address) {
    return address != null && address.startsWith("+");
  }

  @Override
  public boolean receipts() {
    return true;
  }

  /** The gateway knows no ids of ours: sent twice, it comes twice. */
  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public int atOnce() {
    return 4;
  }

  @Override
  public void send(Message message) {
    Map<String, String> headers = headers(message);
    if (!headers.values().stream().allMatch(KannelChannel::plain)) {
      throw new DeliveryException(
          WHO + " cannot be asked: its user, password or sender has other characters than ASCII's",
          true,
          null);
    }
    HttpFetch.Request request =
        new HttpFetch.Request(
            "POST",
            account.url().replaceFirst("\\?$", ""),
            headers,
            message.brief().getBytes(StandardCharsets.UTF_8));
    HttpFetch.Answer answer = Handover.send(http, request, WHO);
    if (answer.status() != TAKEN) {
      // An older Kannel says 403 also of a number that it may not send to; both can be mended.
      String words = Handover.words(answer.body(), LONGEST).replace(account.password(), "***");
      throw Handover.refused(WHO, answer.status(), words);
    }
  }

  /** What stands in the address of a GET; as headers no log of an address can hold the password. */
  private Map<String, String> headers(Message message) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "text/plain; charset=UTF-8");
    headers.put("X-Kannel-Username", account.user());
    headers.put("X-Kannel-Password", account.password());
    if (account.from() != null) {
      headers.put("X-Kannel-From", account.from());
    }
    headers.put("X-Kannel-To", message.address());
    headers.put("X-Kannel-Coding", "0");
    headers.put("X-Kannel-DLR-Mask", REPORT_ALL);
    headers.put(
        "X-Kannel-DLR-Url",
        GatewayToken.address("kannel", account.token())
            + "?message="
            + message.receiptKey()
            + "&status=%d&id=%F&answer=%A");
    return headers;
  }

  /** A header carries nothing else unharmed. */
  private static boolean plain(String value) {
    return value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
