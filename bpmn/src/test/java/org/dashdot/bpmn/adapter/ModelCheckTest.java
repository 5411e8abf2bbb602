package org.dashdot.bpmn.adapter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deployed model may not hold. */
class ModelCheckTest {

  private final ModelCheck check = new ModelCheck();

  ModelCheckTest() {
    check.beans =
        name ->
            Set.of("ticketFacts", "tellResponder").contains(name)
                ? Optional.of(this)
                : Optional.empty();
  }

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
        "<bpmn:conditionExpression>${ticketFacts.high(execution)}</bpmn:conditionExpression>",
        "<bpmn:conditionExpression>${count > 3 and host == 'a.b(c)'}</bpmn:conditionExpression>",
        "<bpmn:serviceTask id='s' camunda:delegateExpression='${tellResponder}'/>",
        "<bpmn:serviceTask id='s' camunda:type='external' camunda:topic='x'/>",
        "<camunda:formField id='cause' type='string'/>",
        "<bpmn:userTask id='s' name='Call Mr. Smith (again)'/>",
      })
  void namesOfVariablesAndActivitiesAreTaken(String inner) {
    assertThatCode(() -> check("draft.bpmn", inner)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:process id='p'><bpmn:scriptTask id='s' scriptFormat='groovy'/></bpmn:process>",
        "<bpmn:process id='p'><bpmn:serviceTask id='s' camunda:class='java.lang.Runtime'/></bpmn:process>",
        "<camunda:script scriptFormat='js'>1</camunda:script>",
        "<camunda:connector/>",
        "<bpmn:process id='ticket-lifecycle'/>",
        "<bpmn:serviceTask id='s' camunda:type='shell'/>",
        "<bpmn:serviceTask id='s' camunda:type='mail'/>",
        "<bpmn:serviceTask id='s' camunda:delegateExpression='${dataSource}'/>",
        "<camunda:executionListener class='java.lang.Runtime' event='start'/>",
        "<camunda:taskListener delegateExpression='${startup}' event='create'/>",
        "<bpmn:serviceTask id='s' camunda:expression='${x.getClass()}'/>",
        "<bpmn:serviceTask id='s' camunda:expression='${\"\".getClass().forName(\"a.b\")}'/>",
        "<bpmn:serviceTask id='s' camunda:expression='#{execution.getVariable(\"x\")}'/>",
        "<bpmn:conditionExpression>${a['b'].exec('id') == 1}</bpmn:conditionExpression>",
        "<bpmn:conditionExpression><![CDATA[${x.class.name}]]></bpmn:conditionExpression>",
      })
  void codeAndTheProductsOwnProcessAreRefused(String inner) {
    assertThatThrownBy(() -> check("draft.bpmn", inner)).isInstanceOf(InvalidInput.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:timerEventDefinition/>",
        "<bpmn:messageEventDefinition messageRef='m'/>",
        "<bpmn:signalEventDefinition signalRef='s'/>",
        "<bpmn:conditionalEventDefinition/>",
        "<bpmn:outgoing>f</bpmn:outgoing><bpmn:timerEventDefinition/>",
        "<bpmn:eventDefinitionRef>t</bpmn:eventDefinitionRef>",
      })
  void aProcessThatStartsByItselfIsRefused(String trigger) {
    String start = "<bpmn:startEvent id='when'>" + trigger + "</bpmn:startEvent>";
    assertThatThrownBy(
            () -> check("draft.bpmn", "<bpmn:process id='p'>" + start + "</bpmn:process>"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("may not start by itself")
        .hasMessageContaining("when");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bpmn:startEvent id='s'><bpmn:outgoing>f</bpmn:outgoing></bpmn:startEvent>",
        "<bpmn:intermediateCatchEvent id='s'><bpmn:timerEventDefinition/>"
            + "</bpmn:intermediateCatchEvent>",
        "<bpmn:subProcess id='x' triggeredByEvent='true'><bpmn:startEvent id='s'>"
            + "<bpmn:timerEventDefinition/></bpmn:startEvent></bpmn:subProcess>",
      })
  void whatOnlyWaitsInsideARunningProcessIsTaken(String inner) {
    assertThatCode(() -> check("draft.bpmn", "<bpmn:process id='p'>" + inner + "</bpmn:process>"))
        .doesNotThrowAnyException();
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
