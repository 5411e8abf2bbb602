package org.dashdot.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Errors that a program meets before a resource hears of it: the answer is in the shape of the
 * interface that was called, never a page and never a redirect.
 */
final class ProgramErrors {

  private static final String MODELER = "/engine-rest";

  private ProgramErrors() {}

  static boolean program(String path) {
    return path.startsWith("/api/")
        || path.equals("/api")
        || path.startsWith("/hooks/")
        || path.startsWith(MODELER);
  }

  /** Writes the answer; the sentence holds nothing that the caller sent, so needs no escaping. */
  static void write(HttpServletResponse response, String path, int status, String sentence)
      throws IOException {
    boolean modeler = path.startsWith(MODELER);
    response.setStatus(status);
    response.setContentType(modeler ? "application/json" : "application/problem+json");
    String json =
        modeler
            ? "{\"type\":\"RestException\",\"message\":\"%2$s\"}"
            : "{\"type\":\"about:blank\",\"title\":\"%3$s\",\"status\":%1$d,\"detail\":\"%2$s\"}";
    response
        .getOutputStream()
        .write(json.formatted(status, sentence, title(status)).getBytes(StandardCharsets.UTF_8));
  }

  static String sentence(int status, String id) {
    if (id != null) {
      return "Tell an administrator this number: " + id;
    }
    return switch (status) {
      case 401 ->
          "Send a valid token (Authorization: Bearer ...) or name and password (Basic)."
              + " A browser logs in at /.";
      case 403 -> "This is not allowed to you, or comes from another site's page.";
      case 404 -> "There is nothing at this address. /api/v1/openapi lists what there is.";
      case 413 -> "The body is larger than 10 MiB. Send smaller batches; nothing of it was taken.";
      default -> "The request was refused.";
    };
  }

  private static String title(int status) {
    return switch (status) {
      case 401 -> "Not logged in";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 413 -> "Request Entity Too Large";
      case 500 -> "Unexpected error";
      default -> "Refused";
    };
  }

  /**
   * A script of our own pages must not make the browser ask for a name and password in a window of
   * its own when a login has ended: the page asks itself.
   */
  static void challenge(HttpServletRequest request, HttpServletResponse response) {
    String mode = request.getHeader("Sec-Fetch-Mode");
    boolean script = mode == null ? request.getHeader("Referer") != null : !mode.equals("navigate");
    if (script && request.getHeader("Authorization") == null) {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"dash-dot\"");
    }
  }
}
