package org.dashdot.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are replaced, and nothing else happens. */
class TemplateTest {

  @ParameterizedTest
  @EnumSource(MessagePart.class)
  void whatShipsCanBeSaved(MessagePart part) {
    assertThatCode(() -> Template.checked(part.shipped())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{password}}",
        "{{#if title}}x{{/if}}",
        "{{title.getClass()}}",
        "{{ {{title}} }}",
        "{{title",
        "title}}",
        "{{}}",
        "{{> other}}",
        " "
      })
  void whatIsNoKnownNameIsRefused(String words) {
    assertThatThrownBy(() -> Template.checked(words)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void otherLanguagesAreWords() {
    String words = "${title} #{title} %{title} <%= title %> $title";
    assertThat(Template.checked(words).with(Map.of("title", "x"))).isEqualTo(words + "\n");
  }

  @Test
  void whatAValueHoldsIsNotLookedAtAgain() {
    Template template = Template.checked("{{title}} {{ reason }}");
    assertThat(template.with(Map.of("title", "{{reason}} $1 \\", "reason", "why")))
        .isEqualTo("{{reason}} $1 \\ why\n");
  }

  @Test
  void aLineWithoutAnyValueIsLeftOut() {
    Template template = Template.checked("head\n\nRunbook: {{runbook}}\n\n{{title}}{{runbook}}");
    assertThat(template.with(Map.of("title", "x"))).isEqualTo("head\n\nx\n");
  }
}
