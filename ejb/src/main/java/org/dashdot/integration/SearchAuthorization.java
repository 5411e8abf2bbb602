package org.dashdot.integration;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.Source;
import org.dashdot.signal.SourceUnreachable;

/**
 * How we say to an Elasticsearch or OpenSearch who we are. The secret is {@code user:password}, the
 * encoded form of an API key, or begins with {@code ApiKey} or {@code Bearer}.
 */
final class SearchAuthorization {

  private SearchAuthorization() {}

  static Map<String, String> headers(SignalSource.Question question) {
    String secret = question.secret();
    if (secret == null) {
      return Map.of();
    }
    String header = header(secret);
    // An address without TLS is the administrator's choice; a broken header is nobody's.
    if (!header.matches("[\\x20-\\x7e]+")) {
      throw new SourceUnreachable(
          Source.secretVariable(question.source()) + " holds what no header can carry.", null);
    }
    return Map.of("Authorization", header);
  }

  private static String header(String secret) {
    if (secret.startsWith("Bearer ")) {
      return secret;
    }
    if (secret.startsWith("ApiKey ")) {
      String key = secret.substring(7).trim();
      return "ApiKey " + (key.contains(":") ? base64(key) : key);
    }
    return secret.contains(":") ? "Basic " + base64(secret) : "ApiKey " + secret;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A sentence that says what to do. */
  static String refused(String address, SearchServer.Reply reply, SignalSource.Question question) {
    String variable = Source.secretVariable(question.source());
    return address
        + " answers "
        + reply.status()
        + " ("
        + reply.reason()
        + "): "
        + (question.secret() == null
            ? "set " + variable + " to an API key or to user:password"
            : "what " + variable + " holds is wrong or may not read there; correct it")
        + " and restart dash-dot.";
  }

  /**
   * An address is shown on pages and in messages.
   *
   * @throws SourceUnreachable when it holds a password, or is none
   */
  static void requireNoneIn(String url, String source) {
    try {
      if (URI.create(url).getRawUserInfo() != null) {
        throw new SourceUnreachable(
            "The address of source "
                + source
                + " holds a password: take it out and set "
                + Source.secretVariable(source)
                + " to user:password.",
            null);
      }
    } catch (IllegalArgumentException e) {
      throw new SourceUnreachable("The address of source " + source + " is none.", e);
    }
  }
}
