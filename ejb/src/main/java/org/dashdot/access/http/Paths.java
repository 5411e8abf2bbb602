package org.dashdot.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which paths are open to anybody, and how each kind of path answers a stranger. */
final class Paths {

  private static final List<String> PROGRAM = List.of("/api/", "/engine-rest", "/hooks/");
  private static final List<String> OPEN =
      List.of("/app/", "/jakarta.faces.resource/", "/api/v1/health/", "/error");
  private static final List<String> OPEN_EXACTLY = List.of("/", "/index.xhtml", "/favicon.svg");

  private Paths() {}

  static String of(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  /** REST, hooks and event streams are answered with a status, never with a redirect. */
  static boolean program(String path) {
    return PROGRAM.stream().anyMatch(path::startsWith);
  }

  static boolean open(String path) {
    return OPEN_EXACTLY.contains(path)
        || OPEN.stream().anyMatch(path::startsWith)
        || path.startsWith("/hooks/")
        // The page itself asks for a login unless the link in a message lets one see it.
        || path.matches("/t/\\d{1,18}");
  }

  static boolean facesAjax(HttpServletRequest request) {
    return "partial/ajax".equals(request.getHeader("Faces-Request"));
  }

  /** Only a path of this server may be returned to after login. */
  static String safe(String from) {
    return from == null
            || !from.startsWith("/")
            || from.startsWith("//")
            || from.contains("\\")
            || from.chars().anyMatch(c -> c < 0x20)
        ? "/"
        : from;
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
