package org.dashdot.integration.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.dashdot.integration.HttpFetch;
import org.dashdot.shared.OutsideWatch;
import org.dashdot.shared.Settings;

/**
 * Gets the address of {@code DASHDOT_HEARTBEAT_URL}, as dead man's switches on the web expect it.
 * The address is a secret: who knows it can pretend that dash-dot lives.
 */
@ApplicationScoped
public class HeartbeatUrl implements OutsideWatch {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Inject HttpFetch http;

  private String url = Settings.environment("DASHDOT_HEARTBEAT_URL");

  @Override
  public boolean expects() {
    return url != null;
  }

  @Override
  public void alive() throws IOException {
    int status = http.get(url, LIMIT).status();
    if (status / 100 != 2) {
      throw new IOException("it answered " + status);
    }
  }

  HeartbeatUrl to(String address, HttpFetch fetch) {
    this.url = address;
    this.http = fetch;
    return this;
  }
}
