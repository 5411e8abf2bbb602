package org.dashdot.integration.elasticsearch;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.SourceUnreachable;
import org.dashdot.signal.Undecodable;

/**
 * The saved searches of a source, a JSON list in a file. It is read at every poll, so that a change
 * counts at once.
 *
 * @param searches those that can be read
 * @param wrong what is wrong with the others, by their name or place
 */
record SearchFile(List<SavedSearch> searches, Map<String, String> wrong) {

  private static final long LARGEST = 1024 * 1024;
  private static final int MOST = 200;

  /**
   * @param name as the setting says it
   * @throws SourceUnreachable when there is none or it is no list of searches
   */
  static SearchFile read(String name, String source) {
    if (name.isBlank()) {
      throw new SourceUnreachable(
          "There are no saved searches: name their file by source."
              + source
              + ".elasticsearch.searches in the file of DASHDOT_SETTINGS, and restart dash-dot.",
          null);
    }
    try {
      Path file = Path.of(name);
      if (Files.size(file) > LARGEST) {
        throw new SourceUnreachable("The saved searches in " + name + " exceed 1 MiB.", null);
      }
      return of(list(Files.readAllBytes(file)));
    } catch (IOException | InvalidPathException e) {
      throw new SourceUnreachable(
          "The saved searches in " + name + " cannot be read (" + e + "): mend the file.", e);
    } catch (Undecodable e) {
      throw new SourceUnreachable(
          "The saved searches in " + name + " are none: " + e.getMessage() + " Mend the file.", e);
    }
  }

  private static JsonArray list(byte[] text) {
    if (JsonInput.read(text) instanceof JsonArray list && !list.isEmpty() && list.size() <= MOST) {
      return list;
    }
    throw new Undecodable("A list of 1 to " + MOST + " searches was expected.");
  }

  private static SearchFile of(JsonArray list) {
    List<SavedSearch> searches = new ArrayList<>();
    Map<String, String> wrong = new TreeMap<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      String place = "number " + (i + 1);
      try {
        JsonObject text = object(list.get(i));
        place = text.containsKey("name") ? JsonInput.text(text, "name") : place;
        SavedSearch search = SearchText.read(text);
        if (!names.add(search.name())) {
          throw new Undecodable("There are two of this name.");
        }
        searches.add(search);
      } catch (Undecodable e) {
        wrong.put(String.valueOf(place), e.getMessage());
      }
    }
    return new SearchFile(searches, wrong);
  }

  private static JsonObject object(JsonValue one) {
    if (one instanceof JsonObject object) {
      return object;
    }
    throw new Undecodable("It is not an object.");
  }
}
