package org.dashdot.signal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Texts are kept for ever, so they are kept small. */
public final class Compressed {

  /** What the GZIP format of older rows begins with; that of zlib never does (RFC 1950, 1952). */
  private static final byte GZIP = (byte) 0x1f;

  private static final int CHUNK = 1024;

  /** To make one costs more than to compress one signal. */
  private static final ThreadLocal<Deflater> DEFLATER = ThreadLocal.withInitial(Deflater::new);

  private Compressed() {}

  public static byte[] of(byte[] bytes) {
    Deflater deflater = DEFLATER.get();
    deflater.reset();
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
    byte[] chunk = new byte[CHUNK];
    while (!deflater.finished()) {
      out.write(chunk, 0, deflater.deflate(chunk));
    }
    return out.toByteArray();
  }

  public static String text(byte[] compressed) {
    ByteArrayInputStream in = new ByteArrayInputStream(compressed);
    try (var plain =
        compressed[0] == GZIP ? new GZIPInputStream(in) : new InflaterInputStream(in)) {
      return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
