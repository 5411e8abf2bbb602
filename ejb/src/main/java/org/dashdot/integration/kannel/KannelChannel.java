package org.dashdot.integration.kannel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dashdot.integration.GatewayToken;
import org.dashdot.integration.Handover;
import org.dashdot.integration.HttpFetch;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.DeliveryException;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.signal.Integration;

/**
 * Short messages by a Kannel's {@code sendsms}. The password stands in the address that is asked,
 * so no error and no log names that address.
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
    HttpFetch.Request request =
        new HttpFetch.Request("GET", address(message), Map.of(), new byte[0]);
    HttpFetch.Answer answer = Handover.send(http, request, WHO);
    if (answer.status() != TAKEN) {
      String words = Handover.words(answer.body(), LONGEST).replace(account.password(), "***");
      throw refused(answer.status(), words);
    }
  }

  /** An older Kannel says 403 also of a number that it may not send to; both can be mended. */
  private static DeliveryException refused(int status, String words) {
    return Handover.refused(WHO, status, words);
  }

  private String address(Message message) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("username", account.user());
    parameters.put("password", account.password());
    if (account.from() != null) {
      parameters.put("from", account.from());
    }
    parameters.put("to", message.address());
    parameters.put("text", message.brief());
    parameters.put("charset", "UTF-8");
    parameters.put("coding", "0");
    parameters.put("dlr-mask", REPORT_ALL);
    parameters.put(
        "dlr-url",
        GatewayToken.address("kannel", account.token())
            + "?message="
            + message.receiptKey()
            + "&status=%d&id=%F&answer=%A");
    return account.url().replaceFirst("\\?$", "")
        + "?"
        + parameters.entrySet().stream()
            .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }
}
