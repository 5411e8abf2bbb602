package org.dashdot.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Bodies as they come: plain or packed, whole or damaged, small or far too large. */
class UnpackingTest {

  private static final int LARGEST = 1 << 20;
  private static final byte[] TEXT = "cpu usage=1".repeat(100).getBytes(StandardCharsets.UTF_8);

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  private static byte[] read(byte[] body, String encoding) throws IOException, Unpacking.Refused {
    return Unpacking.unpack(body, encoding, LARGEST);
  }

  @Test
  void aGzippedBodyIsReadAsThePlainOne() throws Exception {
    assertThat(read(packed(TEXT), "gzip")).isEqualTo(TEXT);
    assertThat(read(packed(TEXT), " GZIP ")).isEqualTo(TEXT);
    assertThat(read(TEXT, null)).isEqualTo(TEXT);
    assertThat(read(TEXT, "identity")).isEqualTo(TEXT);
  }

  @Test
  void damagedGzipIsABadRequestThatSaysSo() throws IOException {
    byte[] whole = packed(TEXT);
    byte[] cut = Arrays.copyOf(whole, whole.length - 5);
    byte[] wrongSum = whole.clone();
    wrongSum[whole.length - 7] ^= 1;
    for (byte[] damaged : new byte[][] {cut, wrongSum, TEXT, new byte[0]}) {
      assertThatThrownBy(() -> read(damaged, "gzip"))
          .isInstanceOfSatisfying(Unpacking.Refused.class, e -> assertThat(e.status).isEqualTo(400))
          .hasMessageContaining("not whole gzip");
    }
  }

  @Test
  void aSmallBodyThatUnpacksToTooMuchIsTooLarge() throws Exception {
    byte[] bomb = packed(new byte[LARGEST + 1]);
    assertThat(bomb.length).isLessThan(LARGEST / 100);
    assertThatThrownBy(() -> read(bomb, "gzip"))
        .isInstanceOfSatisfying(Unpacking.Refused.class, e -> assertThat(e.status).isEqualTo(413));
    assertThat(read(packed(new byte[LARGEST]), "gzip")).hasSize(LARGEST);
  }

  @Test
  void anEncodingThatIsNotKnownIsNamed() {
    assertThatThrownBy(() -> read(TEXT, "br"))
        .isInstanceOfSatisfying(Unpacking.Refused.class, e -> assertThat(e.status).isEqualTo(415))
        .hasMessageContaining("br");
  }
}
