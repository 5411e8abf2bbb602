package org.dashdot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSession;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.dashdot.web.page.KeptWords.Sentence;
import org.junit.jupiter.api.Test;

class KeptWordsTest {

  private static final Sentence DONE = new Sentence("Merged.", true);
  private static final Sentence REFUSED = new Sentence("#7: it is closed.", false);

  private final HttpSession session = session();

  private static HttpSession session() {
    Map<Object, Object> attributes = new HashMap<>();
    return (HttpSession)
        Proxy.newProxyInstance(
            KeptWordsTest.class.getClassLoader(),
            new Class<?>[] {HttpSession.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getAttribute" -> attributes.get(arguments[0]);
                  case "setAttribute" -> attributes.put(arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Test
  void areShownOnceByThePageThatTheActLedTo() {
    KeptWords.keep(session, "/tickets?status=open", DONE);
    KeptWords.keep(session, "/tickets", REFUSED);
    assertThat(KeptWords.take(session, "/dash")).isEmpty();
    assertThat(KeptWords.take(session, "/tickets?id=4")).containsExactly(DONE, REFUSED);
    assertThat(KeptWords.take(session, "/tickets")).isEmpty();
  }

  @Test
  void nothingIsKeptForWhoeverHasNoSession() {
    assertThat(KeptWords.take(null, "/dash")).isEmpty();
  }

  @Test
  void pagesThatAreNeverOpenedDoNotFillASession() {
    for (int page = 0; page < 100; page++) {
      KeptWords.keep(session, "/tickets/" + page, DONE);
    }
    assertThat(KeptWords.take(session, "/tickets/0")).isEmpty();
    assertThat(KeptWords.take(session, "/tickets/99")).containsExactly(DONE);
  }
}
