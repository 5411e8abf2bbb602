package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.intake.Rates;
import org.dashdot.intake.SourceDesk;
import org.dashdot.intake.SourceTrial;
import org.dashdot.shared.Unknown;
import org.dashdot.signal.RejectedDelivery;
import org.dashdot.signal.Rejections;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;

/** One source: how it stands, what it needs on its side, and what of it could not be taken. */
@Named
@RequestScoped
public class SourcePage {

  private static final int MOST = 20;
  private static final int SHOWN = 2_000;

  /** Stands in what is to be pasted; tokens are made under Administration. */
  private static final String TOKEN = "YOUR-TOKEN";

  @Inject Sources sources;
  @Inject Rejections rejections;
  @Inject SourceTrial trial;
  @Inject SourceDesk desk;
  @Inject Rates rates;
  @Inject HttpServletRequest request;
  @Inject Me me;

  private Sources.Row row;
  private String input;
  private List<String> outlook = List.of();
  private Long forecastOf;
  private List<String> forecast = List.of();

  @PostConstruct
  void read() {
    Rights.check(me.actor(), Right.ADMINISTER, null);
    String name = request.getParameter("name");
    row =
        sources.all().stream()
            .filter(r -> r.source().name().equals(name))
            .findFirst()
            .orElseThrow(() -> new Unknown("There is no source of this name."));
  }

  private String address() {
    return "/sources/source?name=" + getSource().name();
  }

  public void test() {
    Acts.then(address(), "source.tested", () -> trial.test(getSource().name(), me.actor()));
  }

  /** Whether it reads what is pushed, so that an input can be tried on it. */
  public boolean isReader() {
    return trial.reads(getSource());
  }

  public void tryInput() {
    Acts.succeeds(() -> outlook = trial.dryRun(getSource().name(), input, me.actor()));
  }

  public void sendInput() {
    Acts.then(address(), "source.sent", () -> trial.send(getSource().name(), input, me.actor()));
  }

  public String getInput() {
    return input;
  }

  public void setInput(String input) {
    this.input = input;
  }

  /** Empty unless this request tried an input. */
  public List<String> getOutlook() {
    return outlook;
  }

  public void enable(boolean on) {
    Acts.then(
        address(),
        on ? "source.switched.on" : "source.switched.off",
        () -> desk.enable(getSource().name(), on, me.actor()));
  }

  /** How many observations came in the last hour, and how many in the last minute. */
  public Rates.Rate getRate() {
    return rates.of(getSource().id());
  }

  public void dryRun(Long id) {
    if (Acts.succeeds(() -> forecast = trial.dryRun(id, me.actor()))) {
      forecastOf = id;
    }
  }

  public void replay(Long id) {
    Acts.then(address(), "rejected.replay.done", () -> trial.replay(id, me.actor()));
  }

  public Sources.Row getRow() {
    return row;
  }

  public Source getSource() {
    return row.source();
  }

  public String getState() {
    return row.state().state().name().toLowerCase(Locale.ROOT);
  }

  public boolean isTestable() {
    return trial.canTest(getSource());
  }

  /** Empty when the other side needs nothing that could be pasted. */
  public String getPaste() {
    String host = request.getHeader("Host");
    boolean plain = host != null && host.matches("[a-zA-Z0-9.:\\[\\]-]{1,255}");
    String authority = plain ? host : request.getServerName();
    return trial.toPaste(getSource(), request.getScheme() + "://" + authority, TOKEN);
  }

  /** Newest first. */
  public List<RejectedDelivery> getRejected() {
    return Acts.asShown("rejected", () -> rejections.of(getSource().id(), MOST, me.actor()));
  }

  public String text(RejectedDelivery one) {
    String text = one.text();
    return text.isEmpty()
        ? Acts.text("rejected.nothing")
        : text.substring(0, Math.min(SHOWN, text.length()));
  }

  /** Null unless this request asked what would happen to one. */
  public Long getForecastOf() {
    return forecastOf;
  }

  public List<String> getForecast() {
    return forecast;
  }
}
