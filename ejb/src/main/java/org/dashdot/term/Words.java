package org.dashdot.term;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text. What belongs together, as a host's name with its port, stays one word, and
 * is found by each of its parts too: of {@code web-40.example.com} everything from {@code example}
 * on is a word of its own.
 */
public final class Words {

  /** No word is longer; the rest of a longer one is not looked at. */
  public static final int LONGEST = 64;

  private static final int MOST_KEPT = 40;
  private static final int MOST_ASKED = 16;
  private static final int MOST_READ = 4000;

  /** Everything but letters, digits and what joins the parts of a name. */
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._:@-]+");

  private static final Pattern EDGES = Pattern.compile("^[._:@-]+|[._:@-]+$");

  /** Where a part begins: after a joint, and at a capital as in DiskFull. */
  private static final Pattern PART =
      Pattern.compile(
          "(?<=[._:@-])(?=[^._:@-])|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private Words() {}

  /** By which words a thing of these texts is found: whole words before parts, at most 40. */
  public static Set<String> kept(Collection<String> texts) {
    Set<String> kept = new LinkedHashSet<>();
    List<String> whole = new ArrayList<>();
    texts.forEach(text -> whole.addAll(chunks(text)));
    whole.forEach(chunk -> add(kept, chunk));
    for (String chunk : whole) {
      Matcher part = PART.matcher(chunk);
      while (part.find()) {
        add(kept, chunk.substring(part.start()));
      }
    }
    return kept;
  }

  private static void add(Set<String> kept, String chunk) {
    if (kept.size() < MOST_KEPT) {
      kept.add(word(chunk));
    }
  }

  /** What somebody looks for: with each of these a word must begin; empty when nothing is asked. */
  public static List<String> asked(String text) {
    return chunks(text).stream().map(Words::word).distinct().limit(MOST_ASKED).toList();
  }

  private static List<String> chunks(String text) {
    if (text == null) {
      return List.of();
    }
    String beginning = text.length() > MOST_READ ? text.substring(0, MOST_READ) : text;
    return BETWEEN
        .splitAsStream(Normalizer.normalize(beginning, Normalizer.Form.NFKC))
        .map(chunk -> EDGES.matcher(chunk).replaceAll(""))
        .filter(chunk -> !chunk.isEmpty())
        .toList();
  }

  private static String word(String chunk) {
    String lower = chunk.toLowerCase(Locale.ROOT);
    if (lower.length() <= LONGEST) {
      return lower;
    }
    // Half of a character is none.
    int end = Character.isHighSurrogate(lower.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return lower.substring(0, end);
  }
}
