package org.dashdot.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettledAnswersTest {

  private final List<String> happened = new ArrayList<>();

  /** A step that can fail as a servlet's can. */
  private interface Step {
    void on(HttpServletResponse response) throws Exception;
  }

  static List<Step> whatBringsBytes() {
    return List.of(
        HttpServletResponse::getOutputStream,
        HttpServletResponse::getWriter,
        HttpServletResponse::flushBuffer,
        response -> response.sendRedirect("/tickets"),
        response -> response.sendError(409),
        response -> response.sendError(409, "taken"));
  }

  @ParameterizedTest
  @MethodSource("whatBringsBytes")
  void isSettledOnceBeforeTheFirstByte(Step step) throws Exception {
    SettledAnswers.Answer answer = answer(() -> happened.add("settled"));
    answer.setStatus(200);
    step.on(answer);
    answer.settle();

    assertThat(happened).hasSize(3).startsWith("setStatus", "settled");
  }

  @Test
  void whatCannotBeWrittenIsNotAnswered() throws Exception {
    SettledAnswers.Answer answer =
        answer(
            () -> {
              throw new IllegalStateException("disk full");
            });

    assertThatThrownBy(answer::getWriter).hasMessage("disk full");
    assertThat(happened).isEmpty();
    answer.sendError(503);
    assertThat(happened).containsExactly("sendError");
  }

  private SettledAnswers.Answer answer(Runnable settling) {
    HttpServletResponse real =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> {
                  happened.add(method.getName());
                  return null;
                });
    return new SettledAnswers.Answer(real, settling);
  }
}
