package org.dashdot.search;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What may stand behind the question mark of the ticket list's address. */
public final class ListAddress {

  /** What makes a list what it is. */
  public static final List<String> LASTING =
      List.of("q", "status", "priority", "team", "assignee", "sort", "cols");

  private static final List<String> PLACE = List.of("cursor", "go");

  private ListAddress() {}

  /** The list itself, as it can be kept: without what is unknown or empty, and without a place. */
  public static String lasting(String query) {
    return clean(query, false);
  }

  /** The list and the page of it on which somebody stands. */
  public static String here(String query) {
    return clean(query, true);
  }

  private static String clean(String query, boolean place) {
    return Arrays.stream((query == null ? "" : query).replaceFirst("^\\?", "").split("&"))
        .map(part -> part.split("=", 2))
        .filter(part -> part.length == 2 && !part[1].isEmpty())
        .filter(part -> LASTING.contains(part[0]) || place && PLACE.contains(part[0]))
        .map(part -> part[0] + "=" + URLEncoder.encode(decoded(part[1]), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** What cannot be decoded stands for itself. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8).replace("\0", "");
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
