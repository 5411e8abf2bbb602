package org.dashdot.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  @Test
  void refusalInsideTheContainersWrappingIsFound() {
    EJBException wrapped =
        new EJBException(new IllegalStateException(new InvalidInput("reason", "Say why.")));
    assertThat(Refusals.sentence(new RuntimeException(wrapped))).contains("Say why.");
  }

  @Test
  void unforeseenErrorHasNoSentence() {
    assertThat(Refusals.sentence(new EJBException(new NullPointerException("secret")))).isEmpty();
  }

  @Test
  void refusalItselfIsItsRoot() {
    Conflict conflict = new Conflict("This step is done already.");
    assertThat(Refusals.root(conflict)).isSameAs(conflict);
  }
}
