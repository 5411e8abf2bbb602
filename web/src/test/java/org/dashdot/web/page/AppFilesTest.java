package org.dashdot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scripts and styles are asked for by their content, never by their time. */
class AppFilesTest {

  private final AppFiles filter = new AppFiles();
  private final Map<String, String> files = new HashMap<>(Map.of("/app/app.js", "one"));
  private final Map<String, Object> answered = new HashMap<>();
  private int read;

  @Test
  void aFileHasATagOfItsContentAndNoTime() throws Exception {
    ask("/app/app.js", Map.of());

    assertThat(answered).containsEntry("Cache-Control", "no-cache").containsEntry("status", 200);
    assertThat(answered.get("ETag").toString()).matches("\"[\\w-]{24}\"");
    assertThat(answered).doesNotContainKey("Last-Modified");
  }

  @Test
  void theSameTagIsAnsweredWithoutTheFile() throws Exception {
    String tag = ask("/app/app.js", Map.of()).toString();

    ask("/app/app.js", Map.of("If-None-Match", "\"other\", W/" + tag));
    assertThat(answered).containsEntry("status", 304).containsEntry("ETag", tag);
    ask("/app/app.js", Map.of("If-None-Match", "\"other\""));
    assertThat(answered).containsEntry("status", 200);
    assertThat(read).isOne();
  }

  @Test
  void anotherContentHasAnotherTag() throws Exception {
    Object before = ask("/app/app.js", Map.of());
    files.put("/app/theme.js", "two");
    assertThat(ask("/app/theme.js", Map.of())).isNotNull().isNotEqualTo(before);
  }

  @Test
  void theTimeThatABrowserRemembersIsNotHeard() throws Exception {
    ask("/app/app.js", Map.of("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"));
    assertThat(answered).containsEntry("heard", "null").containsEntry("status", 200);
  }

  @Test
  void whatIsMissingIsLeftToTheContainer() throws Exception {
    assertThat(ask("/app/none.js", Map.of())).isNull();
    assertThat(answered).doesNotContainKey("Cache-Control");
  }

  /** What the filter and a servlet behind it make of a request; gives the tag. */
  private Object ask(String path, Map<String, String> headers) throws Exception {
    answered.clear();
    ServletContext context =
        fake(
            ServletContext.class,
            (proxy, method, arguments) -> {
              read++;
              String text = files.get(arguments[0]);
              return text == null
                  ? null
                  : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            });
    HttpServletRequest request =
        fake(
            HttpServletRequest.class,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getServletPath" -> path;
                  case "getServletContext" -> context;
                  default -> headers.get(arguments[0]);
                });
    HttpServletResponse response =
        fake(
            HttpServletResponse.class,
            (proxy, method, arguments) ->
                arguments.length == 1
                    ? answered.put("status", arguments[0])
                    : answered.put(arguments[0].toString(), arguments[1]));
    filter.doFilter(
        request,
        response,
        (passed, answer) -> {
          HttpServletResponse servlet = (HttpServletResponse) answer;
          String time = ((HttpServletRequest) passed).getHeader("if-modified-since");
          servlet.setStatus(200);
          servlet.setHeader("heard", String.valueOf(time));
          servlet.setHeader("Last-Modified", "then");
          servlet.setDateHeader("Last-Modified", 1);
        });
    return answered.get("ETag");
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
