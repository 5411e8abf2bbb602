package org.dashdot.signal;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Sorted names and values that identify where and what; Prometheus semantics: empty is absent. */
public record Labels(SortedMap<String, String> values) {

  private static final Pattern PORT = Pattern.compile(":[0-9]+\\z");
  private static final String[] HOST = {"instance", "host", "hostname", "node", "nodename"};
  private static final String[] SERVICE = {"service", "app", "application", "job_name"};
  private static final String[] ENVIRONMENT = {"environment", "env"};

  public static Labels of(Map<String, String> values) {
    SortedMap<String, String> sorted = new TreeMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null && !value.isEmpty()) {
            sorted.put(name, value);
          }
        });
    return new Labels(Collections.unmodifiableSortedMap(sorted));
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** The alert's name, or an empty text. */
  public String name() {
    return values.getOrDefault("alertname", "");
  }

  /** The host without its port, from whichever label carries it. */
  public Optional<String> host() {
    return first(HOST).map(Labels::withoutPort);
  }

  public Optional<String> service() {
    return first(SERVICE);
  }

  public Optional<String> environment() {
    return first(ENVIRONMENT);
  }

  private Optional<String> first(String... names) {
    for (String name : names) {
      String value = values.get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static String withoutPort(String instance) {
    if (instance.contains("/")) {
      return instance;
    }
    int colon = instance.lastIndexOf(':');
    boolean address =
        instance.startsWith("[")
            ? colon > 0 && instance.charAt(colon - 1) == ']'
            : colon > 0 && instance.indexOf(':') == colon;
    return address && PORT.matcher(instance).find(colon) ? instance.substring(0, colon) : instance;
  }
}
