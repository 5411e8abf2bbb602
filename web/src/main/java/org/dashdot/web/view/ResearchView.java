package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.dashdot.research.Found;
import org.dashdot.research.Question;
import org.dashdot.research.ResearchDesk;
import org.dashdot.ticket.TicketNumber;

/** The four questions about one ticket, and what whoever looked found. */
@Named
@RequestScoped
public class ResearchView {

  @Inject ResearchDesk desk;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private TicketNumber number;
  private ResearchDesk.Research research;
  private String note;

  @PostConstruct
  void read() {
    number = TicketNumber.parse(request.getParameter("number"));
    research = desk.research(number, me.actor());
  }

  /** Reads before anything is drawn, so that an unknown ticket can be told as such. */
  public void load() {
    // The first call of a bean reads; an action is the only moment before the drawing to call it.
  }

  /** Notes what the person found. */
  public void look(Question question, String found) {
    Acts.then(
        "/tickets/" + number + "/research",
        "research.noted",
        () -> desk.look(number, question, Found.valueOf(found), note, me.actor()));
  }

  public ResearchDesk.Research getResearch() {
    return research;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
