package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.ticket.HandoverDesk;

/** Shifts that end about now: what the next person must know and takes over. */
@Named
@RequestScoped
public class HandoverView {

  private static final String ADDRESS = "/duty/handover";

  @Inject HandoverDesk desk;
  @Inject Me me;

  private List<HandoverDesk.View> handovers;
  private final Map<String, String> notes = new HashMap<>();

  @PostConstruct
  void read() {
    handovers = Acts.asShown("handovers", () -> desk.near(me.actor()));
    handovers.forEach(one -> notes.put(key(one), one.note()));
  }

  /** One of them among the others. */
  public String key(HandoverDesk.View one) {
    return one.rotation() + " " + one.at();
  }

  public void takeAll(Long rotation, Instant at) {
    Acts.then(ADDRESS, "handover.taken", () -> desk.takeAll(rotation, at, me.actor()));
  }

  public void note(HandoverDesk.View one) {
    Acts.then(
        ADDRESS,
        "handover.noted",
        () -> desk.note(one.rotation(), one.at(), notes.get(key(one)), me.actor()));
  }

  public List<HandoverDesk.View> getHandovers() {
    return handovers;
  }

  /** What is written in each form. */
  public Map<String, String> getNotes() {
    return notes;
  }
}
