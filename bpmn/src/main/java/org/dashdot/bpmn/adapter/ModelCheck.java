package org.dashdot.bpmn.adapter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dashdot.bpmn.engine.AllowedBeans;
import org.dashdot.shared.InvalidInput;

/**
 * Refuses what a deployed model may not hold: scripts, Java classes, connectors, expressions that
 * name anything but the allowed activities, starts by themselves, and the ticket's own process.
 */
@ApplicationScoped
public class ModelCheck {

  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final Set<String> OWN =
      Set.of("ticket-lifecycle", "ticket-priority", "ticket-routing");
  private static final Set<String> ELEMENTS =
      Set.of("scriptTask", "script", "connector", "connectorId");
  private static final Set<String> ATTRIBUTES = Set.of("class", "resource", "scriptFormat");
  private static final Pattern FILE = Pattern.compile("[\\w][\\w .-]{0,150}\\.(bpmn|dmn)");

  private static final Pattern LITERAL = Pattern.compile("'[^']*'|\"[^\"]*\"");
  private static final Pattern CALL = Pattern.compile("([\\w'\")\\]]+)\\s*\\.\\s*\\w+\\s*\\(");
  private static final Pattern REFLECTION = Pattern.compile("\\.\\s*class\\b|\\[\\s*''\\s*]");

  private static final int LARGEST = 2 * 1024 * 1024;

  @Inject AllowedBeans beans;

  /** An element that is not closed yet. */
  private record Open(String name, String id) {}

  void files(Map<String, byte[]> files) {
    if (files.isEmpty()) {
      throw new InvalidInput("data", "There is no model in this deployment.");
    }
    files.forEach(
        (name, bytes) -> {
          if (!FILE.matcher(name).matches()) {
            throw new InvalidInput("data", "Only .bpmn and .dmn files are taken: " + name);
          }
          if (bytes.length > LARGEST) {
            throw new InvalidInput("data", name + " is larger than 2 MiB.");
          }
          model(name, bytes);
        });
  }

  private void model(String file, byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      Deque<Open> around = new ArrayDeque<>();
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          element(file, reader);
          start(file, reader.getLocalName(), around);
          around.push(new Open(reader.getLocalName(), reader.getAttributeValue(null, "id")));
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          around.pop();
        } else if (event == XMLStreamConstants.CHARACTERS) {
          expressions(file, reader.getText());
        } else if (event == XMLStreamConstants.DTD) {
          throw new InvalidInput("data", file + " has a document type, which is not allowed.");
        }
      }
    } catch (XMLStreamException e) {
      throw new InvalidInput("data", file + " is not well-formed: " + e.getMessage());
    }
  }

  private void element(String file, XMLStreamReader reader) {
    String element = reader.getLocalName();
    String id = reader.getAttributeValue(null, "id");
    if (ELEMENTS.contains(element)) {
      throw new InvalidInput("data", file + ": " + element + " is not allowed (" + id + ").");
    }
    if ((element.equals("process") || element.equals("decision")) && OWN.contains(id)) {
      throw new InvalidInput(
          "data",
          id + " belongs to the product: it comes with a new version that passed its model tests.");
    }
    boolean extension = CAMUNDA.equals(reader.getNamespaceURI());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String value = reader.getAttributeValue(i);
      expressions(file, value);
      if (extension || CAMUNDA.equals(reader.getAttributeNamespace(i))) {
        attribute(file, id, reader.getAttributeLocalName(i), value, extension);
      }
    }
  }

  /**
   * By a timer, a message, a signal or a condition at its start a process would run by itself, and
   * nobody activated it. Inside a process such an event only waits for as long as that runs.
   */
  private static void start(String file, String element, Deque<Open> around) {
    if (!element.endsWith("EventDefinition") && !element.equals("eventDefinitionRef")) {
      return;
    }
    Open event = around.poll();
    boolean ofProcess = around.peek() != null && around.peek().name().equals("process");
    if (event != null) {
      around.push(event);
    }
    if (ofProcess && event.name().equals("startEvent")) {
      throw new InvalidInput(
          "data",
          file
              + ": a process may not start by itself, so its start event has no "
              + element
              + " ("
              + event.id()
              + ").");
    }
  }

  /** The engine's own kinds of service task run shell commands and send mails past the outbox. */
  private void attribute(String file, String id, String name, String value, boolean extension) {
    boolean builtIn = !extension && name.equals("type") && !value.equals("external");
    boolean unknown =
        name.equals("delegateExpression")
            && beans.named(value.replaceAll("[${}\\s]", "")).isEmpty();
    if (ATTRIBUTES.contains(name) || builtIn || unknown) {
      throw new InvalidInput(
          "data", file + ": camunda:" + name + "=\"" + value + "\" is not allowed (" + id + ").");
    }
  }

  /** The engine would refuse such a call when the step is reached; the author hears of it now. */
  private void expressions(String file, String text) {
    if (!text.contains("${") && !text.contains("#{")) {
      return;
    }
    String bare = LITERAL.matcher(text).replaceAll("''");
    Matcher call = CALL.matcher(bare);
    boolean foreign = REFLECTION.matcher(bare).find();
    while (!foreign && call.find()) {
      foreign = beans.named(call.group(1)).isEmpty();
    }
    if (foreign) {
      throw new InvalidInput(
          "data",
          file
              + ": only the activities that dash-dot offers may be called, and this is not one: "
              + text.trim());
    }
  }
}
