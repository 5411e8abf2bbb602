package org.dashdot.topology;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.JsonInput;
import org.dashdot.topology.Edge.Fact;
import org.dashdot.topology.Node.Kind;

/**
 * Reads an inventory: what {@code ansible-inventory --list} prints, or a table in CSV with the
 * columns <i>what, relation, on what</i>.
 */
final class Inventory {

  private static final int MOST = 100_000;
  private static final int LONGEST = 255;

  private final Set<Fact> facts = new LinkedHashSet<>();

  private Inventory() {}

  /**
   * @throws InvalidInput saying what cannot be read, and in which line
   */
  static List<Fact> read(String text) {
    Inventory inventory = new Inventory();
    if (text.isBlank()) {
      throw new InvalidInput("inventory", "The inventory is empty.");
    }
    if (text.stripLeading().startsWith("{")) {
      inventory.ansible(text);
    } else {
      inventory.table(text);
    }
    return List.copyOf(inventory.facts);
  }

  private void ansible(String text) {
    if (!(JsonInput.read(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonObject all)) {
      throw new InvalidInput("inventory", "This is not what ansible-inventory --list prints.");
    }
    JsonObject variables = object(object(all, "_meta"), "hostvars");
    all.forEach(
        (group, value) -> {
          boolean service = !Set.of("_meta", "all", "ungrouped").contains(group);
          if (service && value instanceof JsonObject members) {
            texts(members.get("hosts"))
                .forEach(host -> add(Kind.SERVICE, group, Relation.RUNS_ON, Kind.HOST, host));
          }
        });
    variables.forEach(
        (host, value) -> {
          if (value instanceof JsonObject own) {
            texts(own.get("dashdot_connected_to"))
                .forEach(on -> add(Kind.HOST, host, Relation.CONNECTED_TO, Kind.DEVICE, on));
            texts(own.get("dashdot_depends_on"))
                .forEach(on -> add(Kind.HOST, host, Relation.DEPENDS_ON, Kind.SERVICE, on));
          }
        });
    if (facts.isEmpty()) {
      throw new InvalidInput(
          "inventory",
          "No group with hosts is in it: give what 'ansible-inventory --list' prints, without"
              + " --yaml.");
    }
  }

  private static JsonObject object(JsonObject parent, String name) {
    return parent.get(name) instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** A list of texts, or one. */
  private static List<String> texts(JsonValue value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof JsonString one) {
      texts.add(one.getString());
    } else if (value instanceof JsonArray many) {
      many.stream()
          .filter(JsonString.class::isInstance)
          .forEach(one -> texts.add(((JsonString) one).getString()));
    }
    return texts;
  }

  private void table(String text) {
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#") || number == 1 && header(line)) {
        continue;
      }
      String[] cells = line.split(line.contains(";") ? ";" : ",", -1);
      if (cells.length != 3) {
        throw wrong(number, "three columns are needed: what, relation, on what");
      }
      add(cell(cells[0]), relation(cell(cells[1]), number), cell(cells[2]), number);
    }
    if (facts.isEmpty()) {
      throw new InvalidInput("inventory", "No line with three columns is in it.");
    }
  }

  private static boolean header(String line) {
    return line.toLowerCase(Locale.ROOT).contains("relation");
  }

  private static String cell(String text) {
    String cell = text.strip();
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  private static Relation relation(String words, int line) {
    for (Relation relation : Relation.values()) {
      if (relation.words().equals(words.toLowerCase(Locale.ROOT).replace('_', ' '))) {
        return relation;
      }
    }
    throw wrong(line, "the relation is 'runs on', 'connected to' or 'depends on'");
  }

  private void add(String what, Relation relation, String on, int line) {
    if (what.isEmpty() || on.isEmpty()) {
      throw wrong(line, "a name is missing");
    }
    switch (relation) {
      case RUNS_ON -> add(Kind.SERVICE, what, relation, Kind.HOST, on);
      case CONNECTED_TO -> add(Kind.HOST, what, relation, Kind.DEVICE, on);
      default -> add(Kind.SERVICE, what, relation, Kind.SERVICE, on);
    }
  }

  private void add(Kind kind, String what, Relation relation, Kind lowerKind, String on) {
    if (what.length() > LONGEST || on.length() > LONGEST) {
      throw new InvalidInput("inventory", "A name is longer than 255 characters: " + what);
    }
    if (facts.size() >= MOST) {
      throw new InvalidInput("inventory", "More than 100,000 relations are in it.");
    }
    facts.add(new Fact(new Node(kind, what), relation, new Node(lowerKind, on)));
  }

  private static InvalidInput wrong(int line, String why) {
    return new InvalidInput("inventory", "Line " + line + ": " + why + ".");
  }
}
