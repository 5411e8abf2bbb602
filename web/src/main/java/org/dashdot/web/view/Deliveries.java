package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.dashdot.notification.Outbox;
import org.dashdot.notification.Receipt;

/** Who was told of a ticket, by which way, and what became of it. */
@Named
@RequestScoped
public class Deliveries {

  private static final int SHOWN = 30;

  @Inject Outbox outbox;
  @Inject TicketPage page;
  @Inject Me me;

  private List<Outbox.Delivery> rows;

  @PostConstruct
  void read() {
    List<Outbox.Delivery> all = new ArrayList<>(outbox.of(page.number(), me.actor()));
    Collections.reverse(all);
    rows = all.stream().limit(SHOWN).toList();
  }

  /** Newest first. */
  public List<Outbox.Delivery> getRows() {
    return rows;
  }

  public String outcome(Outbox.Delivery row) {
    return outcome(row.state(), row.receipt());
  }

  public String tone(Outbox.Delivery row) {
    return tone(row.state());
  }

  /** In words: the receipt where there is one, unless it failed in another way. */
  static String outcome(String state, Receipt receipt) {
    return receipt != null && state.equals("SENT")
        ? Acts.text("receipt." + receipt.name().toLowerCase(Locale.ROOT))
        : Acts.text("delivery." + state.toLowerCase(Locale.ROOT));
  }

  static String tone(String state) {
    return switch (state) {
      case "SENT" -> "ok";
      case "FAILED" -> "high";
      default -> "info";
    };
  }
}
