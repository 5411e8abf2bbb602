package org.dashdot.integration.twilio;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dashdot.integration.GatewayToken;
import org.dashdot.notification.GatewayHook;
import org.dashdot.notification.Receipt;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Integration;

/**
 * What Twilio posts: the status of a message, and what people reply. Signed with the account's
 * token over the address that it called and the fields of the form.
 */
@ApplicationScoped
@Integration("twilio")
public class TwilioCallbacks implements GatewayHook {

  TwilioAccount account = TwilioAccount.ofEnvironment();

  /** As Twilio knows this dash-dot; behind a proxy that is not what this server is called. */
  String publicUrl = Settings.publicUrl();

  @Override
  public String name() {
    return "twilio";
  }

  @Override
  public boolean genuine(Delivery call, String token) {
    return account.complete()
        && call.method().equals("POST")
        && GatewayToken.same(token, account.token())
        && GatewayToken.same(call.header("x-twilio-signature"), signature(call));
  }

  private String signature(Delivery call) {
    StringBuilder signed = new StringBuilder(publicUrl + "/hooks/twilio/" + call.path());
    form(call).forEach((name, value) -> signed.append(name).append(value));
    byte[] key = account.password().getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder()
        .encodeToString(GatewayToken.hmac("HmacSHA1", key, signed.toString()));
  }

  @Override
  public Optional<Heard> decode(Delivery call) {
    Map<String, String> form = form(call);
    List<String> message = call.query().getOrDefault("message", List.of());
    if (!message.isEmpty()) {
      String status = form.getOrDefault("MessageStatus", form.getOrDefault("SmsStatus", ""));
      String code = form.getOrDefault("ErrorCode", "");
      return receipt(status)
          .map(
              receipt ->
                  new Told(
                      message.get(0),
                      receipt,
                      form.get("MessageSid"),
                      code.isEmpty() ? null : status + ", code " + code));
    }
    String from = form.getOrDefault("From", "");
    return from.isEmpty()
        ? Optional.empty()
        : Optional.of(new Said(from, form.getOrDefault("Body", "")));
  }

  @Override
  public Answer answer(String words) {
    String message =
        words.isEmpty()
            ? ""
            : "<Message>"
                + words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                + "</Message>";
    return new Answer(
        "text/xml;charset=UTF-8",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>" + message + "</Response>");
  }

  private static Optional<Receipt> receipt(String status) {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending" -> Optional.of(Receipt.QUEUED);
      case "sent" -> Optional.of(Receipt.ACCEPTED);
      case "delivered", "read" -> Optional.of(Receipt.DELIVERED);
      case "undelivered", "failed", "canceled" -> Optional.of(Receipt.FAILED);
      default -> Optional.empty();
    };
  }

  /** The fields by name, as they are signed. */
  private static Map<String, String> form(Delivery call) {
    Map<String, String> form = new TreeMap<>();
    for (String field : new String(call.body(), StandardCharsets.UTF_8).split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        form.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
