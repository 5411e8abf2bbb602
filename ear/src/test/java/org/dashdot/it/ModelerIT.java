package org.dashdot.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests that Camunda Modeler sends to deploy a model, and that no others are answered. */
class ModelerIT {

  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://bpmn.io/schema/bpmn">
        <bpmn:process id="%s" name="Clean up" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="Start"/>
          <bpmn:sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Task_1"/>
          %s
          <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_1" targetRef="End"/>
          <bpmn:endEvent id="End"/>
        </bpmn:process>
      </bpmn:definitions>
      """;
  private static final String ASK = "<bpmn:userTask id=\"Task_1\" name=\"Look\"/>";

  private final Rest rest = new Rest(RunningServer.shared());

  private RequestSpecification engineer() {
    return rest.admin().contentType(ContentType.ANY);
  }

  @Test
  void modelerConnectsDeploysAndReadsBackWhatItDeployed() {
    engineer().get("/engine-rest/version").then().statusCode(200).body("version", notNullValue());
    engineer()
        .get("/engine-rest/deployment?maxResults=0")
        .then()
        .statusCode(200)
        .body("$", hasSize(0));

    String xml = MODEL.formatted("clean-up", ASK);
    String id =
        deploy("clean-up", xml)
            .then()
            .statusCode(200)
            .body("name", equalTo("draft clean-up"))
            .extract()
            .path("deployedProcessDefinitions.values()[0].id");

    assertThat(id).startsWith("clean-up:");
    assertThat(
            engineer()
                .get("/engine-rest/process-definition/{id}/xml", id)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("bpmn20Xml"))
        .isEqualTo(xml);
  }

  @Test
  void modelsWithCodeAreRefusedWithTheReason() {
    deploy(
            "script",
            MODEL.formatted(
                "script",
                "<bpmn:scriptTask id=\"Task_1\" name=\"Run\" scriptFormat=\"groovy\">"
                    + "<bpmn:script>1 + 1</bpmn:script></bpmn:scriptTask>"))
        .then()
        .statusCode(is(oneOf(400, 422)))
        .body("message", containsString("cript"));
    deploy(
            "reach",
            MODEL.formatted(
                "reach",
                "<bpmn:serviceTask id=\"Task_1\" name=\"Run\""
                    + " camunda:expression=\"${''.getClass()}\"/>"))
        .then()
        .statusCode(is(oneOf(400, 422)))
        .body("type", notNullValue());
  }

  @Test
  void theProductsOwnProcessIsNotReplacedByADraft() {
    deploy("mine", MODEL.formatted("ticket-lifecycle", ASK))
        .then()
        .statusCode(is(oneOf(400, 403, 422)));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /process-instance",
    "GET, /task",
    "GET, /history/process-instance",
    "GET, /engine",
    "POST, /message",
    "POST, /external-task/fetchAndLock",
    "POST, /process-definition/key/ticket-lifecycle/start",
    "POST, /execution",
    "POST, /job/1/execute",
    "DELETE, /deployment/1",
    "DELETE, /process-definition/1",
    "DELETE, /process-definition/key/ticket-lifecycle",
    "PUT, /process-definition/suspended",
    "OPTIONS, /task",
  })
  void everythingElseOfTheEnginesInterfaceIsRefusedToAll(String method, String path) {
    engineer().request(method, "/engine-rest" + path).then().statusCode(is(oneOf(404, 405)));
  }

  @Test
  void aPushTokenIsNotLetIn() {
    rest.push().get("/engine-rest/version").then().statusCode(403);
  }

  private Response deploy(String name, String xml) {
    return engineer()
        .contentType(ContentType.MULTIPART)
        .multiPart("deployment-name", name)
        .multiPart("deployment-source", "Camunda Modeler")
        .multiPart("enable-duplicate-filtering", "true")
        .multiPart("deploy-changed-only", "true")
        .multiPart(
            name + ".bpmn",
            name + ".bpmn",
            xml.getBytes(StandardCharsets.UTF_8),
            "application/octet-stream")
        .post("/engine-rest/deployment/create");
  }
}
