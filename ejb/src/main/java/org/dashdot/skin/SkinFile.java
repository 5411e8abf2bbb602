package org.dashdot.skin;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.dashdot.shared.InvalidInput;
import org.dashdot.signal.JsonInput;
import org.dashdot.signal.Undecodable;

/**
 * A skin as an artist hands it over: a ZIP archive with {@code skin.json} (name, author, colours)
 * and, for looks that are drawn anew, {@code green.svg}, {@code dots.svg}, {@code red.svg}, {@code
 * blind.svg}. No path of the archive is ever used as one.
 */
public final class SkinFile {

  /** Larger archives are refused before they are read. */
  public static final int LARGEST = 256 * 1024;

  private static final int LARGEST_ENTRY = 64 * 1024;
  private static final int MOST_ENTRIES = 12;
  private static final String MANIFEST = "skin.json";
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private SkinFile() {}

  /**
   * Reads and checks it.
   *
   * @throws InvalidInput says what is wrong with it, where, and how to mend it
   */
  public static Skin read(byte[] zip) {
    if (zip.length > LARGEST) {
      throw refused("A skin has at most " + LARGEST / 1024 + " KiB.");
    }
    return skin(entries(zip));
  }

  static Skin skin(Map<String, byte[]> files) {
    byte[] manifest = files.get(MANIFEST);
    if (manifest == null) {
      throw refused("There is no " + MANIFEST + " in the archive's top folder.");
    }
    JsonObject json = json(manifest);
    String name = text(json, "name");
    if (!NAME.matcher(name).matches()) {
      throw refused(MANIFEST + ": the name is made of small letters, digits and dashes.");
    }
    String author = json.containsKey("author") ? text(json, "author") : "";
    Map<String, String> colours = colours(json);
    var faults = SkinColours.faults(colours);
    if (!faults.isEmpty()) {
      throw refused(
          MANIFEST + ": " + String.join(" ", faults.subList(0, Math.min(5, faults.size()))));
    }
    Map<String, String> glyphs = new TreeMap<>();
    files.forEach(
        (file, bytes) -> {
          if (!file.equals(MANIFEST)) {
            glyphs.put(look(file), SkinDrawing.read(file, bytes));
          }
        });
    return new Skin(name, author.substring(0, Math.min(100, author.length())), colours, glyphs);
  }

  private static String look(String file) {
    return SkinColours.LOOKS.stream()
        .filter(look -> file.equals(look + ".svg"))
        .findFirst()
        .orElseThrow(
            () ->
                refused("'" + file + "' does not belong into a skin. It has skin.json and SVGs."));
  }

  private static JsonObject json(byte[] manifest) {
    try {
      if (JsonInput.read(manifest) instanceof JsonObject object) {
        return object;
      }
    } catch (Undecodable e) {
      throw refused(MANIFEST + ": " + e.getMessage());
    }
    throw refused(MANIFEST + " must be a JSON object.");
  }

  private static String text(JsonObject json, String name) {
    if (json.get(name) instanceof JsonString text) {
      return text.getString();
    }
    throw refused(MANIFEST + ": '" + name + "' must be a text.");
  }

  private static Map<String, String> colours(JsonObject json) {
    if (!(json.get("colours") instanceof JsonObject given)) {
      throw refused(MANIFEST + ": 'colours' must be an object.");
    }
    Map<String, String> colours = new TreeMap<>();
    given.keySet().forEach(name -> colours.put(name, text(given, name)));
    return colours;
  }

  private static Map<String, byte[]> entries(byte[] zip) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.isDirectory()) {
          continue;
        }
        if (files.size() == MOST_ENTRIES) {
          throw refused("A skin has at most " + MOST_ENTRIES + " files.");
        }
        // An archive of a folder has the folder's name before each file.
        String name = entry.getName().replaceFirst("^[^/\\\\]+/(?=[^/\\\\]+$)", "");
        files.put(name, bounded(in, name));
      }
    } catch (ZipException e) {
      throw refused("This is no ZIP archive: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw refused("This archive breaks off.");
    }
    return files;
  }

  private static byte[] bounded(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_ENTRY + 1);
    if (bytes.length > LARGEST_ENTRY) {
      throw refused(name + " has more than " + LARGEST_ENTRY / 1024 + " KiB.");
    }
    return bytes;
  }

  private static InvalidInput refused(String why) {
    return new InvalidInput("skin", why);
  }
}
