package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dashdot.access.Administration;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceState;
import org.dashdot.signal.Sources;

/** Connects a Prometheus without a question: a token, blocks to paste, and whether it is here. */
@Named
@ViewScoped
public class ConnectView implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String KIND = "prometheus";
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  @Inject transient Sources sources;
  @Inject transient Administration administration;
  @Inject transient HttpServletRequest request;
  @Inject transient Clock clock;
  @Inject transient Me me;

  private String name;
  private String secret;
  private String target;
  private String scheme;
  private Long sourceId;
  private Instant madeAt;
  private String shown;

  @PostConstruct
  void check() {
    Rights.check(me.actor(), Right.ADMINISTER, null);
  }

  /** A source and a token for one more Prometheus. */
  public void make() {
    Acts.succeeds(() -> tokenFor(sources.forNewSender(KIND, me.actor())));
  }

  /** One more token for a Prometheus that is connected already. */
  public void again(String source) {
    Acts.succeeds(() -> sources.named(source).ifPresent(this::tokenFor));
  }

  private void tokenFor(Source source) {
    String today = DAY.format(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    secret = administration.makePushToken(source.name() + ", " + today, source.id(), me.actor());
    sourceId = source.id();
    name = source.name();
    madeAt = clock.instant();
    readAddress();
    shown = getLine();
  }

  /** The address that this browser uses, which a Prometheus can most likely use as well. */
  private void readAddress() {
    String host = request.getHeader("Host");
    boolean plain = host != null && host.matches("[a-zA-Z0-9.:\\[\\]-]{1,255}");
    String authority = plain ? host : request.getServerName();
    scheme = schemeOf(request.getHeader("Origin"), authority);
    boolean port = authority.matches(".*:\\d+");
    target = port ? authority : authority + ("https".equals(scheme) ? ":443" : ":80");
  }

  /** Before a proxy that ends TLS, only the browser knows that it speaks https. */
  private String schemeOf(String origin, String authority) {
    boolean ours =
        origin != null
            && origin.matches("https?://[^\\s/]+")
            && authority.equalsIgnoreCase(URI.create(origin).getRawAuthority());
    return ours ? URI.create(origin).getScheme() : request.getScheme();
  }

  public boolean isMade() {
    return secret != null;
  }

  /** Those that push already, by name. */
  public List<Source> getConnected() {
    return Acts.asShown(
        "connected",
        () ->
            sources.all().stream()
                .filter(row -> row.source().integration().equals(KIND))
                .filter(row -> row.source().url() == null)
                .filter(row -> row.state().lastReceivedAt() != null)
                .map(Sources.Row::source)
                .toList());
  }

  /** Whether no other machine can reach this server. */
  public boolean isOnlyHere() {
    String bind = Settings.environment("DASHDOT_BIND");
    try {
      return bind == null || InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  public String getAlerting() {
    return String.join(
        "\n",
        "alerting:",
        "  alertmanagers:",
        "    - scheme: " + scheme,
        "      authorization:",
        "        credentials: " + secret,
        "      static_configs:",
        "        - targets: [\"" + target + "\"]");
  }

  /** A rule that always fires: when it stops, the way from Prometheus to here is broken. */
  public String getWatchdog() {
    return String.join(
        "\n",
        "groups:",
        "  - name: dash-dot",
        "    rules:",
        "      - alert: Watchdog",
        "        expr: vector(1)",
        "        labels:",
        "          severity: none",
        "        annotations:",
        "          summary: Proves that alerts reach dash-dot.");
  }

  public String getRules() {
    return String.join("\n", "rule_files:", "  - /etc/prometheus/rules/dash-dot.yml");
  }

  public String getCommands() {
    return String.join(
        "\n",
        "promtool check config /etc/prometheus/prometheus.yml",
        "systemctl reload prometheus");
  }

  /** Asked every other second; the page is told only what is new, so that it is read out once. */
  public void look() {
    String line = getLine();
    if (!line.equals(shown)) {
      shown = line;
      FacesContext.getCurrentInstance().getPartialViewContext().getRenderIds().add("live:line");
    }
  }

  /** What has arrived since: nothing, something, how much. */
  public String getLine() {
    SourceState state = sources.state(sourceId);
    if (!heard(state)) {
      return Acts.text("connect.nothing");
    }
    String line = Acts.text(state.heartbeatExpected() ? "connect.watchdog" : "connect.connected");
    return state.firing() > 0
        ? line + " " + Acts.text("connect.firing").replace("{0}", String.valueOf(state.firing()))
        : line;
  }

  public boolean isHeard() {
    return heard(sources.state(sourceId));
  }

  private boolean heard(SourceState state) {
    return state.lastReceivedAt() != null && state.lastReceivedAt().isAfter(madeAt);
  }

  public String getName() {
    return name;
  }
}
