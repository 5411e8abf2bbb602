package org.dashdot.access.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dashdot.shared.Settings;

/** Which paths are open to anybody, and how each kind of path answers a stranger. */
final class Paths {

  private static final List<String> PROGRAM = List.of("/api/", "/engine-rest", "/hooks/");
  private static final List<String> OPEN =
      List.of(
          "/app/",
          "/jakarta.faces.resource/",
          "/faces/jakarta.faces.resource/",
          "/api/v1/health/",
          "/error");
  private static final List<String> OPEN_EXACTLY = List.of("/", "/index.xhtml", "/favicon.svg");

  private static final String LOOK = "/api/v1/dot/look";
  private static final List<String> WALL =
      List.of("/wall", "/api/v1/dot", "/api/v1/dot/events", "/api/v1/skins/used");

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
        || path.matches("/t/\\d{1,18}")
        || path.equals(LOOK) && publicDot();
  }

  /** Whether whoever comes by may see the look of the dot, without a name. */
  private static boolean publicDot() {
    return "true".equals(Settings.environment("DASHDOT_PUBLIC_DOT"));
  }

  /** A wall's link, which is exchanged for a cookie. */
  static boolean wallLink(String path) {
    return path.matches("/wall/[A-Za-z0-9_-]{20,100}");
  }

  /** What a wall may ask for. */
  static boolean ofWall(String path) {
    return WALL.contains(path);
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
