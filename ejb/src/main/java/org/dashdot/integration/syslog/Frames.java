package org.dashdot.integration.syslog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages in a stream (RFC 6587): counted ({@code 17 <34>1 ...}) or ended by a line feed, told
 * apart anew for each message. A longer one than 64 KiB is cut.
 */
final class Frames {

  static final int LONGEST = 64 * 1024;
  private static final int MOST_DIGITS = 7;

  private final InputStream in;

  Frames(InputStream in) {
    this.in = in;
  }

  static List<byte[]> of(byte[] body) {
    Frames frames = new Frames(new ByteArrayInputStream(body));
    List<byte[]> all = new ArrayList<>();
    try {
      for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
        all.add(frame);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /** The next message, maybe empty; null at the end. */
  byte[] next() throws IOException {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    int b = in.read();
    while (b == '\n' || b == '\r' || b == 0) {
      b = in.read();
    }
    while (b >= '0' && b <= '9' && start.size() < MOST_DIGITS) {
      start.write(b);
      b = in.read();
    }
    if (b == ' ' && start.size() > 0 && start.toByteArray()[0] != '0') {
      return counted(Integer.parseInt(start.toString()));
    }
    return b < 0 && start.size() == 0 ? null : line(start, b);
  }

  private byte[] counted(int length) throws IOException {
    byte[] frame = in.readNBytes(Math.min(length, LONGEST));
    for (int left = length - LONGEST; left > 0 && in.read() >= 0; left--) {
      // What is too long is thrown away.
    }
    return frame;
  }

  private byte[] line(ByteArrayOutputStream start, int first) throws IOException {
    for (int b = first; b >= 0 && b != '\n' && b != 0; b = in.read()) {
      if (start.size() < LONGEST) {
        start.write(b);
      }
    }
    return start.toByteArray();
  }
}
