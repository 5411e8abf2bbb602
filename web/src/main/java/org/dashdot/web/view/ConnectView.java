package org.dashdot.web.view;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import org.dashdot.access.Administration;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceState;
import org.dashdot.signal.Sources;

/** Connects a Prometheus: a token, a block to paste, and whether anything arrives. */
@Named
@ViewScoped
public class ConnectView implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject transient Sources sources;
  @Inject transient Administration administration;
  @Inject transient HttpServletRequest request;
  @Inject transient Me me;

  private String name = "prometheus";
  private String secret;
  private Long sourceId;

  /** Makes the source and its token; the token is shown on this page only. */
  public void make() {
    Acts.succeeds(
        () -> {
          Source source =
              sources
                  .named(name)
                  .filter(known -> known.integration().equals("prometheus"))
                  .orElseGet(() -> sources.add(name, "prometheus", null, me.actor()));
          secret = administration.makePushToken(name, source.id(), me.actor());
          sourceId = source.id();
        });
  }

  public boolean isMade() {
    return secret != null;
  }

  /** For prometheus.yml; the host is the one that this browser reached. */
  public String getAlerting() {
    return String.join(
        "\n",
        "alerting:",
        "  alertmanagers:",
        "    - scheme: " + request.getScheme(),
        "      authorization:",
        "        credentials: " + secret,
        "      static_configs:",
        "        - targets: [\"" + host() + "\"]");
  }

  private String host() {
    String host = request.getHeader("Host");
    boolean plain = host != null && host.matches("[a-zA-Z0-9.:\\[\\]-]{1,255}");
    String name = plain ? host : request.getServerName();
    return name.matches(".*:\\d+") ? name : name + ":" + request.getServerPort();
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

  public String getCommands() {
    return String.join(
        "\n",
        "promtool check config /etc/prometheus/prometheus.yml",
        "systemctl reload prometheus");
  }

  /** What has arrived since: nothing, something, how much. */
  public String getLine() {
    SourceState state = sources.state(sourceId);
    if (state.lastReceivedAt() == null) {
      return Acts.text("connect.nothing");
    }
    String line = Acts.text(state.heartbeatExpected() ? "connect.watchdog" : "connect.connected");
    return state.firing() > 0
        ? line + " " + state.firing() + " " + Acts.text("connect.firing")
        : line;
  }

  public boolean isHeard() {
    return sources.state(sourceId).lastReceivedAt() != null;
  }

  public SourceState getState() {
    return sources.state(sourceId);
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
