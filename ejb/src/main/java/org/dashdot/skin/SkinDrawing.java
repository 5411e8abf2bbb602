package org.dashdot.skin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dashdot.shared.InvalidInput;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A drawing of allow-listed elements and attributes, written anew from what was understood, so that
 * nothing else can pass.
 */
final class SkinDrawing {

  private static final int MOST_ELEMENTS = 300;
  private static final int MOST_DEPTH = 12;
  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Set<String> ELEMENTS =
      Set.of("svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon");
  private static final Pattern NUMBERS = Pattern.compile("[-+0-9eE.,\\s]{0,4000}");
  private static final Pattern PATH = Pattern.compile("[-+0-9eE.,\\sMmLlHhVvCcSsQqTtAaZz]{0,8000}");
  private static final Pattern PAINT = Pattern.compile("none|currentColor|#[0-9a-fA-F]{3,6}");
  private static final Pattern TRANSFORM =
      Pattern.compile(
          "((translate|scale|rotate|matrix|skewX|skewY)\\([-+0-9eE.,\\s]*\\)\\s*){0,8}");
  private static final Pattern WORD = Pattern.compile("[a-z]{1,10}");
  private static final Map<String, Pattern> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("d", PATH),
          Map.entry("points", NUMBERS),
          Map.entry("cx", NUMBERS),
          Map.entry("cy", NUMBERS),
          Map.entry("r", NUMBERS),
          Map.entry("rx", NUMBERS),
          Map.entry("ry", NUMBERS),
          Map.entry("x", NUMBERS),
          Map.entry("y", NUMBERS),
          Map.entry("x1", NUMBERS),
          Map.entry("y1", NUMBERS),
          Map.entry("x2", NUMBERS),
          Map.entry("y2", NUMBERS),
          Map.entry("width", NUMBERS),
          Map.entry("height", NUMBERS),
          Map.entry("viewBox", NUMBERS),
          Map.entry("transform", TRANSFORM),
          Map.entry("fill", PAINT),
          Map.entry("stroke", PAINT),
          Map.entry("opacity", NUMBERS),
          Map.entry("fill-opacity", NUMBERS),
          Map.entry("stroke-opacity", NUMBERS),
          Map.entry("stroke-width", NUMBERS),
          Map.entry("stroke-dasharray", NUMBERS),
          Map.entry("stroke-linecap", WORD),
          Map.entry("stroke-linejoin", WORD),
          Map.entry("fill-rule", WORD));

  private final String file;
  private final StringBuilder text = new StringBuilder();
  private int elements;

  private SkinDrawing(String file) {
    this.file = file;
  }

  /**
   * Reads an SVG of 320 by 200.
   *
   * @param file its name, for what is said of it
   * @return the content of its root element, made of nothing but what is allowed
   * @throws InvalidInput when it holds anything else
   */
  static String read(String file, byte[] svg) {
    SkinDrawing drawing = new SkinDrawing(file);
    Element root = drawing.parse(svg);
    if (!"svg".equals(root.getLocalName()) || !SVG.equals(root.getNamespaceURI())) {
      throw drawing.refused("its root must be svg of the namespace " + SVG);
    }
    if (!"0 0 320 200".equals(root.getAttribute("viewBox").trim())) {
      throw drawing.refused("its viewBox must be 0 0 320 200");
    }
    drawing.children(root, 0);
    return drawing.text.toString();
  }

  private Element parse(byte[] svg) {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      // What is wrong is told to who uploads it, not to the log.
      builder.setErrorHandler(null);
      return builder.parse(new ByteArrayInputStream(svg)).getDocumentElement();
    } catch (SAXException e) {
      throw refused("it is no plain XML: " + e.getMessage());
    } catch (IOException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private void children(Element parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      switch (node.getNodeType()) {
        case Node.ELEMENT_NODE -> element((Element) node, depth + 1);
        case Node.COMMENT_NODE -> {
          // Says something to whoever draws, and nothing to a browser.
        }
        case Node.TEXT_NODE -> {
          if (!node.getNodeValue().isBlank()) {
            throw refused("text is not allowed");
          }
        }
        default -> throw refused("only elements are allowed");
      }
    }
  }

  private void element(Element element, int depth) {
    String name = element.getLocalName();
    if (!ELEMENTS.contains(name) || "svg".equals(name) || !SVG.equals(element.getNamespaceURI())) {
      throw refused("the element <" + element.getNodeName() + "> is not allowed");
    }
    if (++elements > MOST_ELEMENTS || depth > MOST_DEPTH) {
      throw refused("it has more than " + MOST_ELEMENTS + " elements or " + MOST_DEPTH + " levels");
    }
    text.append('<').append(name);
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      attribute(name, (Attr) attributes.item(i));
    }
    text.append('>');
    children(element, depth);
    text.append("</").append(name).append('>');
  }

  private void attribute(String element, Attr attribute) {
    String name = attribute.getName();
    if (name.equals("xmlns")) {
      return;
    }
    Pattern allowed = ATTRIBUTES.get(name);
    if (allowed == null || !allowed.matcher(attribute.getValue()).matches()) {
      throw refused(
          "the attribute " + name + " of <" + element + "> is not allowed, or not with this value");
    }
    text.append(' ').append(name).append("=\"").append(attribute.getValue().trim()).append('"');
  }

  private InvalidInput refused(String why) {
    return new InvalidInput("skin", file + ": " + why + ".");
  }
}
