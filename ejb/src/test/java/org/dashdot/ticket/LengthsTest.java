package org.dashdot.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dashdot.access.Actor;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write fits where it is kept. */
class LengthsTest {

  @ParameterizedTest
  @CsvSource({"means,2000", "validation,2000", "cause,4000"})
  void anAnswerIsHeldAgainstItsColumn(String name, int longest) {
    List<FormField> form = List.of(new FormField(name, name, "string", false, List.of()));
    assertThatCode(() -> FormCheck.checked(form, Map.of(name, "x".repeat(longest))))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> FormCheck.checked(form, Map.of(name, "x".repeat(longest + 1))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(String.valueOf(longest / 1000) + ",000 characters");
  }

  @Test
  void aLongNameIsShortenedWhereItIsATicketsSource() {
    assertThat(TicketDispatch.source(named("Ann"))).isEqualTo("Ann");
    assertThat(TicketDispatch.source(named("x".repeat(200)))).hasSize(100).endsWith("…");
  }

  private static Actor named(String name) {
    return new Actor(
        Actor.Kind.PERSON, 7L, name, Set.of(), Set.of(), null, Instant.EPOCH, "portal");
  }
}
