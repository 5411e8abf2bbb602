package org.dashdot.integration.kannel;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dashdot.integration.GatewayToken;
import org.dashdot.notification.GatewayHook;
import org.dashdot.notification.Receipt;
import org.dashdot.signal.Delivery;
import org.dashdot.signal.Integration;

/** A Kannel's delivery reports, and what people reply, by its get-url or post-url. */
@ApplicationScoped
@Integration("kannel")
public class KannelReports implements GatewayHook {

  private static final int DELIVERED = 1;
  private static final int FAILED = 2;
  private static final int QUEUED = 4;
  private static final int TAKEN = 8;
  private static final int REJECTED = 16;

  KannelAccount account = KannelAccount.ofEnvironment();

  @Override
  public String name() {
    return "kannel";
  }

  @Override
  public boolean genuine(Delivery call, String token) {
    return account.complete() && GatewayToken.same(token, account.token());
  }

  @Override
  public Optional<Heard> decode(Delivery call) {
    String message = parameter(call, "message");
    if (!message.isEmpty()) {
      return receipt(parameter(call, "status"))
          .map(
              receipt ->
                  new Told(message, receipt, parameter(call, "id"), parameter(call, "answer")));
    }
    String from = parameter(call, "from");
    String sender = from.isEmpty() ? call.header("x-kannel-from") : from;
    return sender.isEmpty() ? Optional.empty() : Optional.of(new Said(plus(sender), text(call)));
  }

  /** The words go back as a short message; nothing at all needs {@code omit-empty} there. */
  @Override
  public Answer answer(String words) {
    return new Answer("text/plain;charset=UTF-8", words);
  }

  private static Optional<Receipt> receipt(String status) {
    if (!status.matches("\\d{1,4}")) {
      return Optional.empty();
    }
    return switch (Integer.parseInt(status)) {
      case DELIVERED -> Optional.of(Receipt.DELIVERED);
      case FAILED -> Optional.of(Receipt.FAILED);
      case QUEUED -> Optional.of(Receipt.QUEUED);
      case TAKEN -> Optional.of(Receipt.ACCEPTED);
      case REJECTED -> Optional.of(Receipt.REJECTED);
      default -> Optional.empty();
    };
  }

  /** A plus that was not escaped in an address is a space. */
  private static String plus(String from) {
    return from.startsWith(" ") ? "+" + from.trim() : from;
  }

  private static String text(Delivery call) {
    if (call.query().containsKey("text")) {
      return parameter(call, "text");
    }
    String type = call.header("content-type").toUpperCase(java.util.Locale.ROOT);
    Charset charset = type.contains("UTF-16") ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    return new String(call.body(), charset);
  }

  private static String parameter(Delivery call, String name) {
    List<String> values = call.query().getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }
}
