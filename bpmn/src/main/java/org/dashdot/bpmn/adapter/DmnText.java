package org.dashdot.bpmn.adapter;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.dashdot.shared.InvalidInput;
import org.dashdot.ticket.DecisionTables;

/** A DMN document that holds one of our tables: what stands in it, and what it looks at. */
final class DmnText {

  private static final int LARGEST = 1 << 20;

  private static final Pattern WORD = Pattern.compile("[a-zA-Z]+");

  private final DecisionTable table;
  private final int decisions;
  private final Map<String, Integer> ruleNumbers = new HashMap<>();
  private final Set<String> words = new HashSet<>();

  private DmnText(DecisionTable table, int decisions) {
    this.table = table;
    this.decisions = decisions;
    int number = 1;
    for (Rule rule : table.getRules()) {
      ruleNumbers.put(rule.getId(), number++);
    }
    for (Text text : table.getModelInstance().getModelElementsByType(Text.class)) {
      WORD.matcher(text.getTextContent()).results().forEach(word -> words.add(word.group()));
    }
  }

  /**
   * @throws InvalidInput naming {@code table} when it is no DMN, or holds no such table
   */
  static DmnText of(DecisionTables.Kind kind, String document) {
    requireHarmless(document);
    try {
      DmnModelInstance model =
          Dmn.readModelFromStream(
              new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
      Collection<Decision> decisions = model.getModelElementsByType(Decision.class);
      DecisionTable table =
          decisions.stream()
              .filter(decision -> kind.key().equals(decision.getId()))
              .findFirst()
              .map(decision -> decision.getUniqueChildElementByType(DecisionTable.class))
              .map(DecisionTable.class::cast)
              .orElseThrow(
                  () ->
                      new InvalidInput(
                          "table", "There must be a decision table with the id " + kind.key()));
      return new DmnText(table, decisions.size());
    } catch (ModelException e) {
      throw new InvalidInput("table", "This is not DMN: " + e.getMessage());
    }
  }

  /** Only FEEL, which can do nothing but compare and calculate; and nothing from elsewhere. */
  private static void requireHarmless(String document) {
    if (document.length() > LARGEST) {
      throw new InvalidInput("table", "The table is larger than 1 MiB.");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(document));
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD) {
          throw new InvalidInput("table", "A document type is not allowed.");
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          requireFeel(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw new InvalidInput("table", "It is not well-formed: " + e.getMessage());
    }
  }

  private static void requireFeel(XMLStreamReader reader) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      String value = reader.getAttributeValue(i);
      if (name.equals("expressionLanguage") && !value.toLowerCase(Locale.ROOT).contains("feel")) {
        throw new InvalidInput("table", "Only FEEL is allowed, and not " + value + ".");
      }
    }
    if (reader.getLocalName().equals("import")) {
      throw new InvalidInput("table", "An import is not allowed.");
    }
  }

  /** Of the facts those that are named in it: the same of these are the same answer. */
  Map<String, Object> looksAt(DecisionTables.Facts facts) {
    Map<String, Object> all =
        Map.of(
            "severity", facts.severity(),
            "environment", facts.environment(),
            "tier", facts.tier(),
            "priorityLabel", facts.priorityLabel(),
            "teamLabel", facts.teamLabel(),
            "labels", facts.labels().values(),
            "hourOfWeek", facts.hourOfWeek(),
            "members", facts.members(),
            "flapping", facts.flapping());
    Map<String, Object> named = new HashMap<>(all);
    named.keySet().retainAll(words);
    return named;
  }

  /** Counted from 1; 0 when there is no such rule. */
  int ruleNumber(String id) {
    return ruleNumbers.getOrDefault(id, 0);
  }

  /**
   * @throws InvalidInput when it holds more than such a grid can show
   */
  DecisionTables.Grid grid() {
    if (decisions > 1
        || table.getOutputs().size() != 1
        || table.getHitPolicy() != HitPolicy.FIRST) {
      throw new InvalidInput(
          "table",
          "Besides one table with one result, whose first matching rule counts, there is more in it:"
              + " edit it in Camunda Modeler.");
    }
    List<DecisionTables.Input> inputs =
        table.getInputs().stream()
            .map(
                input ->
                    new DecisionTables.Input(
                        input.getLabel() == null ? "" : input.getLabel(),
                        text(input.getInputExpression().getText())))
            .toList();
    List<DecisionTables.Rule> rules = new ArrayList<>();
    for (Rule rule : table.getRules()) {
      rules.add(
          new DecisionTables.Rule(
              text(rule.getDescription()),
              rule.getInputEntries().stream().map(entry -> text(entry.getText())).toList(),
              text(rule.getOutputEntries().iterator().next().getText())));
    }
    return new DecisionTables.Grid(inputs, rules);
  }

  private static String text(ModelElementInstance element) {
    return element == null ? "" : element.getTextContent().trim();
  }
}
