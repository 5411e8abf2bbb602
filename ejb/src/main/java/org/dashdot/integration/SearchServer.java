package org.dashdot.integration;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.shared.Jsons;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.SignalSource;
import org.dashdot.signal.SourceUnreachable;
import org.dashdot.signal.Undecodable;

/**
 * An Elasticsearch (7.12 and later) or OpenSearch (2.4 and later), asked for as long as one poll
 * may take. What is refused as a whole is thrown; what only one search suffers from is its own
 * answer.
 */
public final class SearchServer {

  private static final int OK = 200;
  private static final int REDIRECT = 300;
  private static final int ERROR = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int TOO_MANY = 429;
  private static final int FAILED = 500;

  private final HttpFetch http;
  private final SignalSource.Question question;
  private final String url;
  private final Instant until;

  /**
   * @throws SourceUnreachable when its address or secret cannot be used
   */
  public SearchServer(HttpFetch http, SignalSource.Question question) {
    this.http = http;
    this.question = question;
    this.url = question.url().replaceFirst("/+$", "");
    this.until = Instant.now().plus(question.limit());
    SearchAuthorization.requireNoneIn(url, question.source());
  }

  /**
   * One search.
   *
   * @param index names and patterns, separated by commas
   */
  public record Search(String index, JsonObject body) {}

  /** What was answered, whatever its status. */
  public record Reply(int status, JsonObject body) {

    public boolean fine() {
      return status >= OK && status < REDIRECT;
    }

    /** Whether it is the server's own trouble, which no other question would have avoided. */
    public boolean busy() {
      return status == TOO_MANY || status >= FAILED;
    }

    /** Why it is not fine, in the server's words. */
    public String reason() {
      return SearchError.in(body, status);
    }
  }

  /** How much of the poll's time is left. */
  Duration left() {
    return Duration.between(Instant.now(), until);
  }

  /**
   * The answers of several searches, in order, each for itself. A search that the server cannot
   * even parse would cost all the others: then each is asked alone.
   *
   * @throws SourceUnreachable when nothing can be known
   */
  public List<Reply> searchAll(List<Search> searches) {
    if (searches.isEmpty()) {
      return List.of();
    }
    Reply reply = ask("POST", "/_msearch", lines(searches));
    if (reply.status() == ERROR && searches.size() > 1) {
      List<Reply> each = new ArrayList<>();
      searches.forEach(search -> each.addAll(searchAll(List.of(search))));
      return each;
    }
    if (reply.status() == ERROR) {
      return List.of(reply);
    }
    if (!reply.fine()) {
      throw new SourceUnreachable(
          url + "/_msearch answers " + reply.status() + ": " + reply.reason(), null);
    }
    if (!(reply.body().get("responses") instanceof JsonArray answers)
        || answers.size() != searches.size()) {
      throw new SourceUnreachable(url + " answers what it should not: no 'responses'.", null);
    }
    return answers.stream().map(SearchServer::each).toList();
  }

  private static Reply each(JsonValue answer) {
    JsonObject body = answer instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    return new Reply(body.getInt("status", OK), body);
  }

  private byte[] lines(List<Search> searches) {
    StringBuilder text = new StringBuilder();
    for (Search search : searches) {
      JsonObject header =
          Jsons.JSON
              .createObjectBuilder()
              .add("index", search.index())
              .add("allow_partial_search_results", false)
              .build();
      JsonObject body =
          Jsons.JSON.createObjectBuilder(search.body()).add("timeout", patience()).build();
      text.append(header).append('\n').append(body).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The server gives up a little earlier than we do, so that one slow search is told by name. */
  String patience() {
    return Math.max(1, left().toMillis() * 8 / 10) + "ms";
  }

  /**
   * Asks for anything.
   *
   * @param body empty for none
   * @throws SourceUnreachable when it does not answer in time or not with sense, or refuses who
   *     asks
   */
  Reply ask(String method, String path, byte[] body) {
    String address = url + path.replaceFirst("\\?.*", "");
    Map<String, String> headers = new HashMap<>(SearchAuthorization.headers(question));
    headers.put("Accept", "application/json");
    if (body.length > 0) {
      headers.put(
          "Content-Type",
          path.startsWith("/_msearch") ? "application/x-ndjson" : "application/json");
    }
    try {
      HttpFetch.Answer answer =
          http.send(new HttpFetch.Request(method, url + path, headers, body), atLeastOne());
      if (answer.status() >= REDIRECT && answer.status() < ERROR) {
        throw new SourceUnreachable(
            address
                + " sends us elsewhere ("
                + answer.status()
                + "): give the source the address"
                + " that answers itself.",
            null);
      }
      Reply reply = new Reply(answer.status(), json(answer));
      if (reply.status() == UNAUTHORIZED || reply.status() == FORBIDDEN) {
        throw new SourceUnreachable(SearchAuthorization.refused(address, reply, question), null);
      }
      return reply;
    } catch (IOException e) {
      throw new SourceUnreachable(address + " does not answer: " + e.getMessage(), e);
    } catch (Undecodable e) {
      throw new SourceUnreachable(address + " answers what it should not: " + e.getMessage(), e);
    }
  }

  private Duration atLeastOne() {
    Duration left = left();
    return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
  }

  /** What stands before it may refuse in words of its own, which are no JSON. */
  private static JsonObject json(HttpFetch.Answer answer) {
    try {
      if (JsonInput.read(answer.body()) instanceof JsonObject object) {
        return object;
      }
      throw new Undecodable("a JSON object was expected.");
    } catch (Undecodable e) {
      if (answer.status() < ERROR) {
        throw e;
      }
      return JsonValue.EMPTY_JSON_OBJECT;
    }
  }

  /** Names and patterns of indices as a part of a path. */
  static String inPath(String index) {
    return URLEncoder.encode(index, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Where it is, for labels: its host and port. */
  public String authority() {
    return URI.create(url).getAuthority();
  }
}
