package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.TicketChange;
import org.dashdot.ticket.TicketNumber;
import org.dashdot.ticket.TicketRelation;
import org.dashdot.ticket.TicketRelations;
import org.dashdot.ticket.TicketSplit;
import org.dashdot.ticket.TicketUndo;

/** A ticket among others: what it has to do with, what is split off, and what is taken back. */
@Named
@RequestScoped
public class TicketCompany {

  @Inject TicketRelations relations;
  @Inject TicketSplit splitting;
  @Inject TicketUndo undoing;
  @Inject HttpServletRequest request;
  @Inject TicketPage page;
  @Inject Me me;

  private List<TicketRelations.Related> related;
  private String to;
  private TicketRelation.Kind kind;
  private TicketNumber own;

  /** What it has to do with. */
  public List<TicketRelations.Related> getRelated() {
    if (related == null) {
      related = Acts.asShown("related", () -> relations.of(page.number(), me.actor()));
    }
    return related;
  }

  public void link() {
    Acts.then(
        page.address(),
        "act.link.done",
        () -> relations.link(page.number(), TicketActs.number("to", to), kind, me.actor()));
  }

  public void unlink(long other) {
    Acts.then(
        page.address(),
        "act.unlink.done",
        () -> relations.unlink(page.number(), new TicketNumber(other), me.actor()));
  }

  /** Gives the chosen imperfections a ticket of their own, and shows that. */
  public void split() {
    Acts.then(
        () -> "/tickets/" + own,
        "act.split.done",
        () -> own = splitting.split(page.number(), chosen(), me.actor()));
  }

  private List<Long> chosen() {
    String[] chosen = request.getParameterValues("imperfection");
    try {
      return chosen == null ? List.of() : Arrays.stream(chosen).map(Long::valueOf).toList();
    } catch (NumberFormatException e) {
      throw new InvalidInput("imperfections", Acts.text("act.split.none"));
    }
  }

  /** What the caller can take back, as part of a message's key; null when nothing. */
  public String getUndoable() {
    return undoing.offered(page.number(), me.actor()).map(TicketChange.Kind::name).orElse(null);
  }

  public void undo() {
    Acts.then(page.address(), "act.undo.done", () -> undoing.undo(page.number(), me.actor()));
  }

  public TicketRelation.Kind[] getKinds() {
    return new TicketRelation.Kind[] {TicketRelation.Kind.RELATED, TicketRelation.Kind.CAUSED_BY};
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }

  public TicketRelation.Kind getKind() {
    return kind;
  }

  public void setKind(TicketRelation.Kind kind) {
    this.kind = kind;
  }
}
