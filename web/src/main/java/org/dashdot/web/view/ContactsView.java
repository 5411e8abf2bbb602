package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.dashdot.notification.ContactDesk;
import org.dashdot.notification.ContactKind;
import org.dashdot.notification.ContactReader;
import org.dashdot.notification.Urgency;
import org.dashdot.shared.InvalidInput;

/** How a person is reached: contacts, their order, a test of each, and what was sent. */
@Named
@RequestScoped
public class ContactsView {

  private static final String ADDRESS = "/account/contacts";
  private static final int SHOWN = 12;

  @Inject ContactDesk desk;
  @Inject ContactReader reader;
  @Inject Me me;

  private List<ContactReader.Row> rows;
  private List<ContactReader.OrderRow> orders;
  private String kind = ContactKind.SMS.word();
  private String address;
  private String code;
  private String secret;
  private String urgency = Urgency.HIGH.word();
  private String hours;
  private String order;

  @PostConstruct
  void read() {
    rows = Acts.asShown("contacts", () -> reader.contacts(me.actor()));
    orders = Acts.asShown("orders", () -> reader.orders(me.actor()));
  }

  public void add() {
    if (Acts.succeeds(
        () -> secret = desk.add(ContactKind.parse("kind", kind), address, me.actor()))) {
      address = null;
      if (secret == null) {
        Acts.go(ADDRESS);
      } else {
        rows = Acts.shown("contacts", reader.contacts(me.actor()));
      }
    }
  }

  public void remove(Long id) {
    Acts.then(ADDRESS, "contacts.removed", () -> desk.remove(id, me.actor()));
  }

  public void tryOut(Long id) {
    Acts.then(ADDRESS, "contacts.tested", () -> desk.tryOut(id, me.actor()));
  }

  public void sendCode(Long id) {
    Acts.then(ADDRESS, "contacts.code.sent", () -> desk.sendCode(id, me.actor()));
  }

  /** The number whose code is asked for; each in turn. */
  public void confirm(Long id) {
    Acts.then(
        ADDRESS,
        "contacts.is.confirmed",
        () -> {
          if (!desk.confirm(id, code, me.actor())) {
            throw new InvalidInput("code", Acts.text("contacts.code.wrong"));
          }
        });
  }

  public void saveOrder() {
    Acts.then(
        ADDRESS, "admin.saved", () -> desk.order(Urgency.parse(urgency), hours, order, me.actor()));
  }

  public void forgetOrder(ContactReader.OrderRow row) {
    Acts.then(
        ADDRESS,
        "contacts.order.back",
        () -> desk.forgetOrder(row.urgency(), row.hours(), me.actor()));
  }

  public List<ContactReader.Row> getRows() {
    return rows;
  }

  /** The first number that waits for its code; null when there is none. */
  public ContactReader.Row getUnconfirmed() {
    return rows.stream().filter(row -> !row.confirmed()).findFirst().orElse(null);
  }

  public List<ContactReader.OrderRow> getOrders() {
    return orders;
  }

  /** Newest first. */
  public List<ContactReader.Sent> getSent() {
    return reader.sent(me.actor()).stream().limit(SHOWN).toList();
  }

  /** What became of a message, in words. */
  public String outcome(ContactReader.Sent sent) {
    return Deliveries.outcome(sent.state(), sent.receipt());
  }

  public String tone(ContactReader.Sent sent) {
    return Deliveries.tone(sent.state());
  }

  public List<String> getKinds() {
    return reader.kinds().stream().map(ContactKind::word).toList();
  }

  public List<String> getUrgencies() {
    return Arrays.stream(Urgency.values()).map(Urgency::word).toList();
  }

  /** Null unless this request made one. */
  public String getSecret() {
    return secret;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getAddress() {
    return address;
  }

  public void setAddress(String address) {
    this.address = address;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getUrgency() {
    return urgency;
  }

  public void setUrgency(String urgency) {
    this.urgency = urgency;
  }

  public String getHours() {
    return hours;
  }

  public void setHours(String hours) {
    this.hours = hours;
  }

  public String getOrder() {
    return order;
  }

  public void setOrder(String order) {
    this.order = order;
  }
}
