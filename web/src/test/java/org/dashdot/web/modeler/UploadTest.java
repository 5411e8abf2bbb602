package org.dashdot.web.modeler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.GenericType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dashdot.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

  /** A part as a server hands it over. */
  private record Part(String getName, Optional<String> getFileName, String text)
      implements EntityPart {

    @Override
    public InputStream getContent() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public <T> T getContent(Class<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> T getContent(GenericType<T> type) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MultivaluedMap<String, String> getHeaders() {
      return new MultivaluedHashMap<>();
    }

    @Override
    public MediaType getMediaType() {
      return MediaType.APPLICATION_OCTET_STREAM_TYPE;
    }
  }

  private static EntityPart field(String name, String text) {
    return new Part(name, Optional.empty(), text);
  }

  private static EntityPart file(String name, String text) {
    return new Part("data", Optional.of(name), text);
  }

  @Test
  void partsWithAFileNameAreModelsAndTheOthersFields() throws IOException {
    Upload upload =
        Upload.of(
            List.of(
                field("deployment-name", "restart "),
                field("deployment-source", ""),
                field("enable-duplicate-filtering", "true"),
                file("restart.bpmn", "<x/>")));
    assertThat(upload.field("deployment-name")).isEqualTo("restart");
    assertThat(upload.field("deployment-source")).isNull();
    assertThat(upload.says("enable-duplicate-filtering")).isTrue();
    assertThat(upload.says("deploy-changed-only")).isFalse();
    assertThat(upload.files()).containsOnlyKeys("restart.bpmn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../etc/a.bpmn", "C:\\models\\a.bpmn", "/a.bpmn"})
  void noPathOfAnUploadIsTrusted(String name) {
    assertThat(Upload.baseName(name)).isEqualTo("a.bpmn");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "models/", "a\u0000.bpmn"})
  void aFileWithoutAUsableNameIsRefused(String name) {
    assertThatThrownBy(() -> Upload.baseName(name)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void aDeploymentWithoutAFileIsRefused() {
    assertThatThrownBy(() -> Upload.of(List.of(field("deployment-name", "x"))))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("at least one model");
  }
}
