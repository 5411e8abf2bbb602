package org.dashdot.web.modeler;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.dashdot.response.ResponseModels.Definition;
import org.dashdot.response.ResponseModels.Deployed;
import org.dashdot.shared.Jsons;

/** Writes deployments and definitions with the members that Camunda's clients expect. */
final class Definitions {

  private Definitions() {}

  static JsonObject json(Definition definition) {
    JsonObjectBuilder json =
        Jsons.JSON
            .createObjectBuilder()
            .add("id", definition.id())
            .add("key", definition.key())
            .addNull("category")
            .addNull("description");
    named(json, definition.name());
    return json.add("version", definition.version())
        .add("resource", definition.resource())
        .add("deploymentId", definition.deploymentId())
        .addNull("diagram")
        .add("suspended", false)
        .addNull("tenantId")
        .addNull("versionTag")
        .build();
  }

  static JsonValue json(List<Definition> definitions) {
    JsonArrayBuilder json = Jsons.JSON.createArrayBuilder();
    definitions.forEach(definition -> json.add(json(definition)));
    return json.build();
  }

  /** {@code deployedProcessDefinitions} is null, as Camunda has it, when nothing had changed. */
  static JsonObject json(Deployed deployed) {
    JsonObjectBuilder json =
        Jsons.JSON
            .createObjectBuilder()
            .add("links", Jsons.JSON.createArrayBuilder())
            .add("id", deployed.id());
    named(json, deployed.name());
    json.add("source", deployed.source()).addNull("tenantId");
    if (deployed.definitions().isEmpty()) {
      json.addNull("deployedProcessDefinitions");
    } else {
      JsonObjectBuilder byId = Jsons.JSON.createObjectBuilder();
      deployed.definitions().forEach(definition -> byId.add(definition.id(), json(definition)));
      json.add("deployedProcessDefinitions", byId);
    }
    return json.addNull("deployedCaseDefinitions")
        .addNull("deployedDecisionDefinitions")
        .addNull("deployedDecisionRequirementsDefinitions")
        .build();
  }

  private static void named(JsonObjectBuilder json, String name) {
    if (name == null) {
      json.addNull("name");
    } else {
      json.add("name", name);
    }
  }
}
