package org.dashdot.web.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dashdot.access.Actor;
import org.dashdot.intake.SignalIntake;
import org.dashdot.signal.Delivery;

/**
 * Turns a push request into a delivery, its bytes as they were before any gzip, and hands it to the
 * one door.
 */
@ApplicationScoped
public class Pushes {

  private static final int LARGEST = 10 << 20;

  @Inject SignalIntake intake;
  @Inject Clock clock;

  int push(
      String integration,
      String path,
      InputStream in,
      HttpHeaders headers,
      UriInfo uri,
      Actor actor)
      throws IOException {
    byte[] body = Bodies.read(in, headers.getHeaderString(HttpHeaders.CONTENT_ENCODING), LARGEST);
    return intake.accept(integration, delivery("POST", path, body, headers, uri), actor);
  }

  /** What came, without what its sender is known by. */
  Delivery delivery(String method, String path, byte[] body, HttpHeaders headers, UriInfo uri) {
    Map<String, List<String>> lower = new HashMap<>();
    headers
        .getRequestHeaders()
        .forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    lower.remove("authorization");
    lower.remove("cookie");
    return new Delivery(
        method, path, Map.copyOf(uri.getQueryParameters()), lower, body, clock.instant(), null);
  }
}
