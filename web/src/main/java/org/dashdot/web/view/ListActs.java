package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.dashdot.access.Actor;
import org.dashdot.access.Administration;
import org.dashdot.search.ListAddress;
import org.dashdot.search.SavedViews;
import org.dashdot.ticket.BulkRuns;
import org.dashdot.ticket.TicketBulk;
import org.dashdot.ticket.TicketDispatch.FalsePositive;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.web.page.KeptWords;

/** What is done with the chosen tickets of a list, and with the list as a whole. */
@Named
@RequestScoped
public class ListActs {

  private static final int REFUSALS_SHOWN = 5;

  @Inject TicketBulk bulk;
  @Inject BulkRuns runs;
  @Inject SavedViews views;
  @Inject Administration administration;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private String assignee;
  private FalsePositive why;
  private String reason;
  private String cause;
  private String response;
  private String view;

  public void take() {
    each((numbers, actor) -> bulk.take(numbers, actor));
  }

  public void assign() {
    each((numbers, actor) -> bulk.assign(numbers, assignee, actor));
  }

  public void dismiss() {
    each((numbers, actor) -> bulk.dismiss(numbers, why, reason, actor));
  }

  public void keep() {
    each((numbers, actor) -> bulk.keep(numbers, actor));
  }

  public void resolve() {
    each((numbers, actor) -> bulk.resolve(numbers, cause, response, actor));
  }

  /** What takes longer goes on by itself, and the list says how far it is. */
  private void each(BiFunction<List<TicketNumber>, Actor, TicketBulk.Result> act) {
    Actor actor = me.actor();
    anew(
        () -> {
          if (request.getParameter("everything") != null) {
            runs.start(ListQuery.read(getQuery()), actor, act);
          } else if (chosen().size() > BulkRuns.AT_ONCE) {
            runs.start(chosen(), actor, act);
          } else {
            say(act.apply(chosen(), actor));
          }
        });
  }

  /** What this person began that is under way, or ended not long ago. */
  public List<BulkRuns.Progress> getRuns() {
    return runs.of(me.actor());
  }

  /** How far one is. */
  public String words(BulkRuns.Progress run) {
    return Acts.text("lists.run.going")
        .replace("{0}", String.valueOf(run.done() + run.refusals()))
        .replace("{1}", String.valueOf(run.total()));
  }

  /** Whatever comes of it is said on the list that was looked at. */
  private void anew(Runnable act) {
    FacesContext faces = FacesContext.getCurrentInstance();
    Acts.succeeds(act);
    // The list is drawn anew, so that no field stands there to say a refusal beside.
    faces.getMessageList().forEach(message -> add(false, message.getSummary()));
    if (!faces.getResponseComplete()) {
      Acts.go(address());
    }
  }

  private List<TicketNumber> chosen() {
    String[] numbers = request.getParameterValues("chosen");
    return numbers == null ? List.of() : Arrays.stream(numbers).map(TicketNumber::parse).toList();
  }

  private void say(TicketBulk.Result result) {
    if (!result.done().isEmpty()) {
      add(true, Acts.text("lists.done").replace("{0}", String.valueOf(result.done().size())));
    }
    result.refused().stream()
        .limit(REFUSALS_SHOWN)
        .forEach(one -> add(false, "#" + one.ticket() + ": " + one.why()));
    int more = result.refused().size() - REFUSALS_SHOWN;
    if (more > 0) {
      add(false, Acts.text("lists.refused.more").replace("{0}", String.valueOf(more)));
    }
  }

  private void add(boolean done, String text) {
    Acts.keep(address(), new KeptWords.Sentence(text, done));
  }

  /** The list that is looked at, as its address has it. */
  public String getQuery() {
    String sent = request.getParameter("list");
    return ListAddress.here(sent == null ? request.getQueryString() : sent);
  }

  /** Whether it is the list of what burns longer than it may. */
  public boolean isOverdue() {
    return Arrays.asList(getQuery().split("&")).contains("status=overdue");
  }

  private String address() {
    return getQuery().isEmpty() ? "/tickets" : "/tickets?" + getQuery();
  }

  /** Keeps the list under a name. */
  public void save() {
    anew(
        () -> {
          views.save(view, ListAddress.lasting(getQuery()), me.actor());
          add(true, Acts.text("lists.saved"));
        });
  }

  public void forget(Long id) {
    anew(
        () -> {
          views.remove(id, me.actor());
          add(true, Acts.text("lists.forgotten"));
        });
  }

  public List<SavedViews.View> getViews() {
    return Acts.asShown("views", () -> views.of(me.actor()));
  }

  public List<Administration.PersonRow> getPeople() {
    return administration.people(me.actor()).stream()
        .filter(Administration.PersonRow::active)
        .toList();
  }

  public FalsePositive[] getWhys() {
    return FalsePositive.values();
  }

  public String getAssignee() {
    return assignee;
  }

  public void setAssignee(String assignee) {
    this.assignee = assignee;
  }

  public FalsePositive getWhy() {
    return why;
  }

  public void setWhy(FalsePositive why) {
    this.why = why;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getCause() {
    return cause;
  }

  public void setCause(String cause) {
    this.cause = cause;
  }

  public String getResponse() {
    return response;
  }

  public void setResponse(String response) {
    this.response = response;
  }

  public String getView() {
    return view;
  }

  public void setView(String view) {
    this.view = view;
  }
}
