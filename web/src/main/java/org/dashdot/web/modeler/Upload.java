package org.dashdot.web.modeler;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dashdot.shared.InvalidInput;

/** A multipart deployment, taken apart: parts with a file name are models, all others fields. */
record Upload(Map<String, String> fields, Map<String, byte[]> files) {

  private static final int LARGEST = 10 << 20;

  static Upload of(List<EntityPart> parts) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, byte[]> files = new LinkedHashMap<>();
    int left = LARGEST;
    for (EntityPart part : parts) {
      byte[] bytes = read(part, left);
      left -= bytes.length;
      if (part.getFileName().isPresent()) {
        files.put(baseName(part.getFileName().get()), bytes);
      } else {
        fields.put(part.getName(), new String(bytes, StandardCharsets.UTF_8).trim());
      }
    }
    if (files.isEmpty()) {
      throw new InvalidInput("data", "The deployment holds no file: send at least one model.");
    }
    return new Upload(fields, files);
  }

  /** The named field; null when it was not sent or is empty. */
  String field(String name) {
    String value = fields.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  boolean says(String name) {
    return Boolean.parseBoolean(fields.get(name));
  }

  /** No path of an upload is trusted. */
  static String baseName(String name) {
    String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (base.isBlank() || base.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidInput("data", "A file of the deployment has no usable name.");
    }
    return base;
  }

  private static byte[] read(EntityPart part, int most) throws IOException {
    try (InputStream in = part.getContent()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new ClientErrorException(
            "The deployment is larger than " + (LARGEST >> 20) + " MiB; nothing of it was taken.",
            Response.Status.REQUEST_ENTITY_TOO_LARGE);
      }
      return bytes;
    }
  }
}
