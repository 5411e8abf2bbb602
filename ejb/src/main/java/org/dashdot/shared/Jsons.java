package org.dashdot.shared;

import jakarta.json.spi.JsonProvider;

/** The one maker of JSON readers, builders and values. */
public final class Jsons {

  /**
   * Looked up once: {@code jakarta.json.Json} searches all archives for it at each call, which took
   * a fifth of the time of a push.
   */
  public static final JsonProvider JSON = JsonProvider.provider();

  private Jsons() {}
}
