package org.dashdot.integration;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Spoils an input in the ways that networks, editors and enemies do. */
final class Mutations {

  private static final String[] HARMFUL = {
    "\0",
    "\"",
    "\\",
    "{",
    "[",
    "]",
    "}",
    ",",
    ":",
    "null",
    "true",
    "-1",
    "1e999",
    "99999999999999999999",
    "\u00e4",
    "\ud83d\ude00",
    "\\ud800",
    "0001-01-01T00:00:00Z",
    "+999999999-12-31T23:59:59Z",
    "\r\n",
    " "
  };

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  byte[] of(byte[] input) {
    byte[] mutant = input;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      mutant = once(mutant);
    }
    return mutant;
  }

  private byte[] once(byte[] input) {
    if (input.length == 0) {
      return HARMFUL[random.nextInt(HARMFUL.length)].getBytes(StandardCharsets.UTF_8);
    }
    int at = random.nextInt(input.length);
    int to = Math.min(input.length, at + 1 + random.nextInt(40));
    return switch (random.nextInt(7)) {
      case 0 -> flipped(input, at);
      case 1 -> Arrays.copyOf(input, at);
      case 2 -> joined(input, at, new byte[0], to);
      case 3 -> joined(input, at, Arrays.copyOfRange(input, at, to), at);
      case 4 ->
          joined(
              input,
              at,
              HARMFUL[random.nextInt(HARMFUL.length)].getBytes(StandardCharsets.UTF_8),
              at);
      case 5 ->
          joined(
              input,
              at,
              HARMFUL[random.nextInt(HARMFUL.length)].getBytes(StandardCharsets.UTF_8),
              to);
      default ->
          joined(input, at, "[".repeat(random.nextInt(200)).getBytes(StandardCharsets.UTF_8), at);
    };
  }

  private byte[] flipped(byte[] input, int at) {
    byte[] flipped = input.clone();
    flipped[at] ^= (byte) (1 << random.nextInt(8));
    return flipped;
  }

  private static byte[] joined(byte[] input, int until, byte[] middle, int from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(input, 0, until);
    out.writeBytes(middle);
    out.write(input, from, input.length - from);
    return out.toByteArray();
  }
}
