package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.model.xml.ModelException;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.DecisionTables;

/**
 * Decision tables by Camunda's DMN engine, without the process engine: what was decided is kept in
 * the ticket's timeline, and the same facts are asked of the same table once.
 */
@ApplicationScoped
public class DmnDecisionTables implements DecisionTables {

  private static final int MOST_TABLES = 50;
  private static final int MOST_ANSWERS = 10_000;

  /** The rules that matched on this thread, by their ids. */
  private static final ThreadLocal<List<String>> MATCHED = new ThreadLocal<>();

  private final DmnEngine engine = engine();
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Map<Kind, String> shipped = new ConcurrentHashMap<>();

  /** A table that was understood, with what it said so far. */
  private record Known(
      DmnDecision decision, DmnText text, Map<Map<String, Object>, Answer> answers) {}

  private static DmnEngine engine() {
    DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
    configuration.customPostDecisionTableEvaluationListeners(List.of(DmnDecisionTables::remember));
    return configuration.buildEngine();
  }

  private static void remember(DmnDecisionTableEvaluationEvent event) {
    MATCHED.set(event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).toList());
  }

  @Override
  public String shipped(Kind kind) {
    return shipped.computeIfAbsent(kind, DmnDecisionTables::resource);
  }

  private static String resource(Kind kind) {
    try (InputStream in =
        DmnDecisionTables.class.getClassLoader().getResourceAsStream(kind.key() + ".dmn")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Grid read(Kind kind, String document) {
    return DmnText.of(kind, document).grid();
  }

  @Override
  public String write(Kind kind, Grid grid) {
    return DmnWriter.write(kind, grid);
  }

  @Override
  public Answer ask(Kind kind, String document, Facts facts) {
    Known table = known(kind, document);
    Map<String, Object> variables = table.text().looksAt(facts);
    Answer answer = table.answers().get(variables);
    if (answer == null) {
      answer = evaluated(table, variables);
      if (table.answers().size() >= MOST_ANSWERS) {
        table.answers().clear();
      }
      table.answers().put(variables, answer);
    }
    return answer;
  }

  private Known known(Kind kind, String document) {
    Known table = known.get(document);
    if (table == null) {
      table = parsed(kind, document);
      if (known.size() >= MOST_TABLES) {
        known.clear();
      }
      known.put(document, table);
    }
    return table;
  }

  private Known parsed(Kind kind, String document) {
    DmnText text = DmnText.of(kind, document);
    try {
      DmnDecision decision =
          engine.parseDecision(
              kind.key(), new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
      return new Known(decision, text, new ConcurrentHashMap<>());
    } catch (DmnEngineException | ModelException e) {
      throw new InvalidInput("table", "The table cannot be understood: " + cause(e));
    }
  }

  private Answer evaluated(Known table, Map<String, Object> variables) {
    try {
      DmnDecisionResult result = engine.evaluateDecision(table.decision(), variables);
      List<Integer> rules = MATCHED.get().stream().map(table.text()::ruleNumber).toList();
      if (result.size() != 1) {
        throw new InvalidInput(
            "table", (result.isEmpty() ? "No rule matches " : "Several rules match ") + variables);
      }
      if (!(result.getSingleResult().getSingleEntry() instanceof String value)) {
        throw new InvalidInput("table", "Rule " + rules.get(0) + " has no text as its result");
      }
      return new Answer(value, rules);
    } catch (DmnEngineException | FeelException e) {
      throw new InvalidInput("table", "It fails for " + variables + ": " + cause(e));
    } finally {
      MATCHED.remove();
    }
  }

  /** The innermost reason: what is around it speaks of the engine. */
  private static String cause(Throwable error) {
    Throwable last = error;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return String.valueOf(last.getMessage());
  }
}
