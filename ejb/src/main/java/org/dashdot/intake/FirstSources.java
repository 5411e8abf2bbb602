package org.dashdot.intake;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.dashdot.access.AccessTokens;
import org.dashdot.check.Checks;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Source;
import org.dashdot.signal.Sources;
import org.dashdot.ticket.SetUpTicket;

/**
 * What watches from the first start on: this machine, dash-dot itself, and what the environment
 * names.
 */
@Stateless
public class FirstSources {

  private static final String CHECKLIST =
      """
      1. Connect a monitoring system: Sources, Connect Prometheus.
      2. Name a mail server (DASHDOT_SMTP_HOST) and give people mail addresses, so that somebody can be told.
      3. Add a second person and put both into the rotation of team everyone.
      4. Make a backup and try to restore it (wildfly-config/README.md).""";

  @Inject Sources sources;
  @Inject AccessTokens tokens;
  @Inject SetUpTicket setUp;
  @Inject Checks checks;

  /**
   * At each start, since address and port may be others than before; the set-up ticket is opened at
   * the first one only.
   */
  public void prepare(boolean firstStart) {
    sources.ensure("host", "host", "this machine");
    sources.ensure("self-check", "http", ownUrl() + "/api/v1/health/live");
    checks.ship();
    Source pushing = sources.ensure("prometheus", "prometheus", null);
    String token = Settings.environment("DASHDOT_INTAKE_TOKEN");
    if (token != null) {
      tokens.adopt("from DASHDOT_INTAKE_TOKEN", pushing.id(), token);
    }
    String prometheus = Settings.environment("DASHDOT_PROMETHEUS_URL");
    if (prometheus != null) {
      sources.ensure("prometheus-polled", "prometheus", prometheus);
    }
    if (firstStart) {
      setUp.open(CHECKLIST);
    }
  }

  private static String ownUrl() {
    String port = Settings.environment("DASHDOT_PORT");
    return "http://"
        + host(Settings.environment("DASHDOT_BIND"))
        + ":"
        + (port == null ? "8080" : port);
  }

  /** An address at which a server that is bound to this one can be called from here. */
  static String host(String bind) {
    if (bind == null || List.of("0.0.0.0", "::", "[::]", "localhost").contains(bind)) {
      return "127.0.0.1";
    }
    return bind.contains(":") && !bind.startsWith("[") ? "[" + bind + "]" : bind;
  }
}
