package org.dashdot.imperfection;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dashdot.shared.Jsons;
import org.dashdot.shared.MadeAtStart;
import org.dashdot.shared.Settings;

/**
 * What speaks for what: shipped in {@code inhibition-rules.json}, replaced as a whole by the file
 * that the environment variable {@code DASHDOT_INHIBITION_RULES} names, read once at start, which
 * fails when they cannot be read.
 */
@ApplicationScoped
public class InhibitionRules implements MadeAtStart {

  private List<InhibitionRule> rules;

  @PostConstruct
  void load() {
    String own = Settings.environment("DASHDOT_INHIBITION_RULES");
    try (InputStream in =
            own == null
                ? InhibitionRules.class.getResourceAsStream("/inhibition-rules.json")
                : Files.newInputStream(Path.of(own));
        JsonReader reader = Jsons.JSON.createReader(in)) {
      rules =
          reader.readArray().getValuesAs(JsonObject.class).stream()
              .map(InhibitionRule::from)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The inhibition rules cannot be read: " + e.getMessage(), e);
    }
  }

  List<InhibitionRule> all() {
    return rules;
  }
}
