package org.dashdot.bpmn.adapter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployed model may not hold. */
class ModelCheckTest {

  private final ModelCheck check = new ModelCheck();

  private void check(String file, String inner) {
    String model =
        "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'"
            + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn'>"
            + inner
            + "</bpmn:definitions>";
    check.files(Map.of(file, model.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aPlainDraftIsTaken() {
    assertThatCode(() -> check("draft.bpmn", "<bpmn:process id='restart-service'/>"))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:process id='p'><bpmn:scriptTask id='s' scriptFormat='groovy'/></bpmn:process>",
        "<bpmn:process id='p'><bpmn:serviceTask id='s' camunda:class='java.lang.Runtime'/></bpmn:process>",
        "<camunda:script scriptFormat='js'>1</camunda:script>",
        "<camunda:connector/>",
        "<bpmn:process id='ticket-lifecycle'/>"
      })
  void codeAndTheProductsOwnProcessAreRefused(String inner) {
    assertThatThrownBy(() -> check("draft.bpmn", inner)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void documentTypesAndOtherFilesAreRefused() {
    byte[] entity =
        "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><d>&e;</d>"
            .getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> check.files(Map.of("x.bpmn", entity)))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> check.files(Map.of("../x.bpmn", new byte[0])))
        .isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> check.files(Map.of("x.jar", new byte[0])))
        .isInstanceOf(InvalidInput.class);
  }
}
