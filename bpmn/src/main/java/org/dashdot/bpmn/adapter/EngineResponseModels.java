package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.bpmn.engine.Engine;
import org.dashdot.response.ResponseModels;
import org.dashdot.shared.InvalidInput;

/** Drafts that people deploy from their modeler. */
@ApplicationScoped
public class EngineResponseModels implements ResponseModels {

  @Inject Engine engine;
  @Inject Audit audit;
  @Inject ModelCheck check;

  @Override
  public String engineVersion() {
    return ProcessEngine.class.getPackage().getImplementationVersion();
  }

  @Override
  @jakarta.transaction.Transactional
  public Deployed deployDraft(
      String name,
      String source,
      boolean filterDuplicates,
      Map<String, byte[]> files,
      Actor actor) {
    Rights.check(actor, Right.DEPLOY_DRAFT, null);
    check.files(files);
    DeploymentBuilder draft =
        engine
            .get()
            .getRepositoryService()
            .createDeployment()
            .name(name == null || name.isBlank() ? "draft" : "draft " + name)
            .source(source == null ? actor.name() : source);
    files.forEach((file, bytes) -> draft.addInputStream(file, new ByteArrayInputStream(bytes)));
    if (filterDuplicates) {
      draft.enableDuplicateFiltering(true);
    }
    try {
      DeploymentWithDefinitions deployed = draft.deployWithResult();
      audit.record(actor, "deploy draft", deployed.getName(), files.keySet().toString());
      List<ProcessDefinition> made = deployed.getDeployedProcessDefinitions();
      return new Deployed(
          deployed.getId(),
          deployed.getName(),
          deployed.getSource(),
          made == null ? List.of() : made.stream().map(EngineResponseModels::row).toList());
    } catch (ParseException e) {
      throw new InvalidInput("model", e.getMessage());
    }
  }

  @Override
  public List<Definition> definitions(Actor actor) {
    Rights.check(actor, Right.DEPLOY_DRAFT, null);
    return repository()
        .createProcessDefinitionQuery()
        .latestVersion()
        .orderByProcessDefinitionKey()
        .asc()
        .list()
        .stream()
        .map(EngineResponseModels::row)
        .toList();
  }

  @Override
  public Optional<Definition> definition(String id, Actor actor) {
    Rights.check(actor, Right.DEPLOY_DRAFT, null);
    return Optional.ofNullable(
            repository().createProcessDefinitionQuery().processDefinitionId(id).singleResult())
        .map(EngineResponseModels::row);
  }

  @Override
  public Optional<Definition> byKey(String key, Actor actor) {
    Rights.check(actor, Right.DEPLOY_DRAFT, null);
    return Optional.ofNullable(
            repository()
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult())
        .map(EngineResponseModels::row);
  }

  @Override
  public Optional<String> xml(String id, Actor actor) {
    return definition(id, actor).map(found -> read(found.id()));
  }

  private String read(String id) {
    try (InputStream model = repository().getProcessModel(id)) {
      return new String(model.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RepositoryService repository() {
    return engine.get().getRepositoryService();
  }

  private static Definition row(ProcessDefinition d) {
    return new Definition(
        d.getId(),
        d.getKey(),
        d.getName(),
        d.getVersion(),
        d.getResourceName(),
        d.getDeploymentId());
  }
}
