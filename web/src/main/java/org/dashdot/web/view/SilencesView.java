package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.dashdot.access.Right;
import org.dashdot.imperfection.Matchers;
import org.dashdot.imperfection.SuppressionWindow;
import org.dashdot.ticket.SuppressionDesk;

/** Silences and maintenance windows: what holds, what was, and a new one. */
@Named
@RequestScoped
public class SilencesView {

  private static final int MOST = 200;
  private static final int MOST_ENDED = 20;
  private static final List<String> SPANS = List.of("PT1H", "PT4H", "PT24H", "PT168H", "PT720H");

  @Inject SuppressionDesk desk;
  @Inject HttpServletRequest request;
  @Inject Clock clock;
  @Inject Me me;

  private List<SuppressionWindow> all;
  private String matchers;
  private SuppressionWindow.Kind kind = SuppressionWindow.Kind.SILENCE;
  private String lasts = SPANS.get(0);
  private String reason;

  /** A ticket's page says what to begin with. */
  @PostConstruct
  void prefill() {
    matchers = request.getParameter("matchers");
  }

  public void begin() {
    Acts.then(
        "/silences",
        "silences.done",
        () ->
            desk.open(
                new SuppressionDesk.Wish(
                    kind,
                    Matchers.written(matchers),
                    null,
                    clock.instant().plus(Duration.parse(lasts)),
                    reason),
                me.actor()));
  }

  public void end(String uuid) {
    Acts.then("/silences", "silences.ended", () -> desk.expire(uuid, me.actor()));
  }

  public boolean isMay() {
    return me.may(Right.SILENCE_BRIEFLY, null);
  }

  /** What holds and what is planned, the next to end first. */
  public List<SuppressionWindow> getOpen() {
    return Acts.asShown(
        "open",
        () ->
            all().stream()
                .filter(w -> w.state(clock.instant()) != SuppressionWindow.State.EXPIRED)
                .sorted(Comparator.comparing(SuppressionWindow::endsAt))
                .toList());
  }

  /** The last ones that ended, the newest first. */
  public List<SuppressionWindow> getEnded() {
    return all().stream()
        .filter(w -> w.state(clock.instant()) == SuppressionWindow.State.EXPIRED)
        .limit(MOST_ENDED)
        .toList();
  }

  private List<SuppressionWindow> all() {
    if (all == null) {
      all = desk.list(MOST, me.actor());
    }
    return all;
  }

  public String state(SuppressionWindow window) {
    return window.state(clock.instant()).name();
  }

  public String tone(SuppressionWindow window) {
    return window.state(clock.instant()) == SuppressionWindow.State.ACTIVE ? "busy" : "ok";
  }

  public SuppressionWindow.Kind[] getKinds() {
    return SuppressionWindow.Kind.values();
  }

  public List<String> getSpans() {
    return SPANS;
  }

  public String getMatchers() {
    return matchers;
  }

  public void setMatchers(String matchers) {
    this.matchers = matchers;
  }

  public SuppressionWindow.Kind getKind() {
    return kind;
  }

  public void setKind(SuppressionWindow.Kind kind) {
    this.kind = kind;
  }

  public String getLasts() {
    return lasts;
  }

  public void setLasts(String lasts) {
    this.lasts = SPANS.contains(lasts) ? lasts : SPANS.get(0);
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
