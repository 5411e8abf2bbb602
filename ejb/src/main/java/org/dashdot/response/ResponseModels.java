package org.dashdot.response;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dashdot.access.Actor;

/**
 * The process models that people draw: what Camunda Modeler's deploy button needs and no more.
 * Implemented over the engine.
 */
public interface ResponseModels {

  /** A deployed version of a model. */
  record Definition(
      String id, String key, String name, int version, String resource, String deploymentId) {}

  /**
   * What a deployment made.
   *
   * @param definitions empty when nothing had changed and duplicates were filtered
   */
  record Deployed(String id, String name, String source, List<Definition> definitions) {}

  /** The engine's version, for example 7.24.0. */
  String engineVersion();

  /**
   * Deploys models as drafts; nothing runs them until they are activated.
   *
   * @param files by name, ending in {@code .bpmn} or {@code .dmn}
   * @throws org.dashdot.shared.InvalidInput when a model is not well-formed, uses what is not
   *     allowed, or would replace the ticket's own process
   */
  Deployed deployDraft(
      String name, String source, boolean filterDuplicates, Map<String, byte[]> files, Actor actor);

  /** The newest version of each process, by key. */
  List<Definition> definitions(Actor actor);

  Optional<Definition> definition(String id, Actor actor);

  /** The newest version of a process. */
  Optional<Definition> byKey(String key, Actor actor);

  Optional<String> xml(String id, Actor actor);
}
