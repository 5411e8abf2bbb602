package org.dashdot.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.signal.Labels;

/** Finds the links among an imperfection's annotations; only http and https are links. */
final class Links {

  private static final int LONGEST = 4000;
  private static final Map<String, String> NAMES =
      Map.of(
          "dashboard_url", "Dashboard",
          "dashboard", "Dashboard",
          "dashboardURL", "Dashboard",
          "panelURL", "Panel",
          "imageURL", "Picture",
          "silenceURL", "Silence there",
          "logs_url", "Logs",
          "link", "Link",
          "url", "Link");

  private Links() {}

  /** Null when there is none. */
  static String runbook(Labels annotations) {
    return annotations
        .get("runbook_url")
        .or(() -> annotations.get("runbook"))
        .filter(Links::isLink)
        .orElse(null);
  }

  /** By name; the source's own page comes with them. */
  static Labels of(Labels annotations, String generatorUrl) {
    Map<String, String> links = new TreeMap<>();
    annotations
        .values()
        .forEach(
            (name, value) -> {
              if (NAMES.containsKey(name) && isLink(value)) {
                links.put(NAMES.get(name), value);
              }
            });
    if (generatorUrl != null && isLink(generatorUrl)) {
      links.put("Source", generatorUrl);
    }
    return Labels.of(links);
  }

  static List<Link> list(Labels links) {
    List<Link> list = new ArrayList<>();
    links.values().forEach((name, url) -> list.add(new Link(name, url)));
    return list;
  }

  private static boolean isLink(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return text.length() <= LONGEST
        && (lower.startsWith("http://") || lower.startsWith("https://"))
        && text.chars().noneMatch(c -> c <= ' ');
  }
}
