package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.notification.MessagePart;
import org.dashdot.notification.TemplateDesk;
import org.dashdot.ticket.TicketNumber;

/** The words of messages; one part at a time is changed, and tried on a ticket. */
@Named
@RequestScoped
public class TemplatesView {

  private static final String ADDRESS = "/admin/templates";

  @Inject TemplateDesk desk;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private MessagePart part;
  private TemplateDesk.View view;
  private String words;
  private int before;
  private String remark;
  private String ticket;
  private TemplateDesk.Preview preview;

  @PostConstruct
  void read() {
    if (!me.isAdmin()) {
      Rights.check(me.actor(), Right.EDIT_RULES, null);
    }
    String wanted = request.getParameter("part");
    part = wanted == null ? MessagePart.MAIL : MessagePart.of(wanted);
    view = Acts.asShown("templates", () -> desk.view(part, me.actor()));
    words = view.words();
    before = view.number();
  }

  public void attempt() {
    Acts.succeeds(
        () ->
            preview = desk.preview(part, words, TicketNumber.parse("ticket", ticket), me.actor()));
  }

  public void save() {
    Acts.then(
        ADDRESS + "?part=" + part.key(),
        "templates.saved",
        () -> desk.save(part, words, before, remark, me.actor()));
  }

  /** Puts an earlier version, or with 0 the shipped one, into the field. */
  public void recall(int number) {
    words =
        view.versions().stream()
            .filter(v -> v.number() == number)
            .map(TemplateDesk.Version::words)
            .findFirst()
            .orElse(part.shipped());
  }

  public List<String> getParts() {
    return Arrays.stream(MessagePart.values()).map(MessagePart::key).toList();
  }

  public String getPart() {
    return part.key();
  }

  public TemplateDesk.View getView() {
    return view;
  }

  /** As they are written. */
  public String getNames() {
    return desk.names().stream().map(name -> "{{" + name + "}}").collect(Collectors.joining(" "));
  }

  /** Null unless this request tried something. */
  public TemplateDesk.Preview getPreview() {
    return preview;
  }

  public String getWords() {
    return words;
  }

  public void setWords(String words) {
    this.words = words;
  }

  public int getBefore() {
    return before;
  }

  public void setBefore(int before) {
    this.before = before;
  }

  public String getRemark() {
    return remark;
  }

  public void setRemark(String remark) {
    this.remark = remark;
  }

  public String getTicket() {
    return ticket;
  }

  public void setTicket(String ticket) {
    this.ticket = ticket;
  }
}
