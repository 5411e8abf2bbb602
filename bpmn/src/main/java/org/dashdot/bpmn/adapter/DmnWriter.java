package org.dashdot.bpmn.adapter;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.dashdot.ticket.DecisionTables;

/** Writes a grid as DMN 1.3, as Camunda Modeler reads it; its first matching rule counts. */
final class DmnWriter {

  private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";

  private final XMLStreamWriter xml;

  private DmnWriter(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String write(DecisionTables.Kind kind, DecisionTables.Grid grid) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new DmnWriter(xml).table(kind, grid);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("XML can always be written to a text", e);
    }
    return text.toString();
  }

  private void table(DecisionTables.Kind kind, DecisionTables.Grid grid) throws XMLStreamException {
    boolean priority = kind == DecisionTables.Kind.PRIORITY;
    String name = priority ? "Ticket priority" : "Ticket routing";
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("definitions");
    xml.writeDefaultNamespace(DMN);
    xml.writeNamespace("camunda", CAMUNDA);
    attributes("id", "Definitions_" + kind.key(), "name", name);
    attributes("namespace", "https://dash-dot.org/dmn");
    xml.writeStartElement("decision");
    attributes("id", kind.key(), "name", name);
    xml.writeAttribute("camunda", CAMUNDA, "historyTimeToLive", "P3650D");
    xml.writeStartElement("decisionTable");
    attributes("id", "Table_" + kind.key(), "hitPolicy", "FIRST");
    for (int i = 0; i < grid.inputs().size(); i++) {
      input(i + 1, grid.inputs().get(i));
    }
    xml.writeEmptyElement("output");
    attributes("id", "Output", "label", priority ? "Priority" : "Team");
    attributes("name", priority ? "priority" : "team", "typeRef", "string");
    for (int i = 0; i < grid.rules().size(); i++) {
      rule(i + 1, grid.rules().get(i));
    }
    xml.writeEndDocument();
  }

  private void input(int number, DecisionTables.Input input) throws XMLStreamException {
    xml.writeStartElement("input");
    attributes("id", "Input_" + number, "label", input.label());
    xml.writeStartElement("inputExpression");
    attributes("id", "Expression_" + number);
    text(input.expression());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void rule(int number, DecisionTables.Rule rule) throws XMLStreamException {
    xml.writeStartElement("rule");
    attributes("id", "Rule_" + number);
    if (!rule.remark().isBlank()) {
      xml.writeStartElement("description");
      xml.writeCharacters(rule.remark());
      xml.writeEndElement();
    }
    for (int i = 0; i < rule.tests().size(); i++) {
      xml.writeStartElement("inputEntry");
      attributes("id", "Test_" + number + "_" + (i + 1));
      text(rule.tests().get(i));
      xml.writeEndElement();
    }
    xml.writeStartElement("outputEntry");
    attributes("id", "Result_" + number);
    text(rule.result());
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void text(String words) throws XMLStreamException {
    xml.writeStartElement("text");
    xml.writeCharacters(words);
    xml.writeEndElement();
  }

  /** Names and values in turn. */
  private void attributes(String... namesAndValues) throws XMLStreamException {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
    }
  }
}
