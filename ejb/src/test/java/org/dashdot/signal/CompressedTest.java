package org.dashdot.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CompressedTest {

  @Test
  void whatIsKeptComesBackAndOneDoesNotTouchTheNext() {
    for (String text : List.of("", "{\"a\":1}", "söme lönger text ".repeat(10_000), "again")) {
      byte[] kept = Compressed.of(text.getBytes(StandardCharsets.UTF_8));
      assertThat(Compressed.text(kept)).isEqualTo(text);
    }
  }

  @Test
  void whatWasKeptAsGzipIsStillRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write("of before".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Compressed.text(out.toByteArray())).isEqualTo("of before");
  }
}
