package org.dashdot.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of people, used without a browser, which belongs to one thread. */
final class PeoplePage {

  static final String PASSWORD = "long enough for a test";

  private static final Pattern STATE =
      Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
  private static final Pattern BUTTON =
      Pattern.compile("<button[^>]*name=\"(person:[^\"]*)\"[^>]*type=\"submit\"");
  private static final Pattern ID =
      Pattern.compile("admin/people\\?id=(\\d+)\">[^<]*<span[^>]*> %s<");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String url;

  /** Logs the administrator in. */
  PeoplePage(RunningServer server) {
    url = server.url();
    post("/login", Map.of("username", "admin", "password", RunningServer.ADMIN_PASSWORD));
  }

  /**
   * Adds an operator and returns their id.
   *
   * @param email empty for somebody who cannot be told
   */
  int add(String login, String name, String email) {
    String page = get("/admin/people");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("person", "person");
    form.put("person:login", login);
    form.put("person:name", name);
    form.put("person:email", email);
    form.put("person:zone", "UTC");
    form.put("person:roles", "OPERATOR");
    form.put("person:password", PASSWORD);
    form.put(found(BUTTON, page), "");
    form.put("jakarta.faces.ViewState", found(STATE, page));
    post("/admin/people", form);
    String after = get("/admin/people");
    return Integer.parseInt(
        found(Pattern.compile(ID.pattern().formatted(Pattern.quote(name))), after));
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + page);
    }
    return matcher.group(1);
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  private void post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Origin", url)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
