package org.dashdot.integration.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dashdot.integration.GatewayToken;
import org.dashdot.integration.Handover;
import org.dashdot.integration.HttpFetch;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.NotificationChannel;
import org.dashdot.signal.Integration;

/** Short messages by Twilio's messages resource, as others offer it too. */
@ApplicationScoped
@Integration("twilio")
public class TwilioChannel implements NotificationChannel {

  private static final String WHO = "The SMS service";
  private static final int LONGEST = 200;

  @Inject HttpFetch http;

  TwilioAccount account = TwilioAccount.ofEnvironment();

  @Override
  public String name() {
    return "twilio";
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

  /** It has no key that would make a second message the same. */
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
    Map<String, String> form = new LinkedHashMap<>();
    form.put("To", message.address());
    form.put(account.sender().startsWith("MG") ? "MessagingServiceSid" : "From", account.sender());
    form.put("Body", message.brief());
    form.put(
        "StatusCallback",
        GatewayToken.address("twilio", account.token()) + "?message=" + message.receiptKey());
    String login = account.sid() + ":" + account.password();
    HttpFetch.Request request =
        new HttpFetch.Request(
            "POST",
            account.url() + "/2010-04-01/Accounts/" + encoded(account.sid()) + "/Messages.json",
            Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))),
            body(form).getBytes(StandardCharsets.UTF_8));
    HttpFetch.Answer answer = Handover.send(http, request, WHO);
    if (answer.status() / 100 != 2) {
      throw Handover.refused(WHO, answer.status(), Handover.words(answer.body(), LONGEST));
    }
  }

  private static String body(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
