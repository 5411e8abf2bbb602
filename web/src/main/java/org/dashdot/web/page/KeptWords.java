package org.dashdot.web.page;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an act came to, kept until the page that it leads to is drawn. The flash of Faces sets its
 * cookie when the answer may have left already, and then loses them.
 */
public final class KeptWords implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = KeptWords.class.getName();

  /** Pages that were never opened must not fill a session. */
  private static final int MOST_PAGES = 20;

  private final LinkedHashMap<String, ArrayList<Sentence>> pages =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ArrayList<Sentence>> eldest) {
          return size() > MOST_PAGES;
        }
      };

  /**
   * A sentence.
   *
   * @param done whether it says that something was done, not why it was not
   */
  public record Sentence(String text, boolean done) implements Serializable {}

  private KeptWords() {}

  /** Keeps a sentence for the next time that a page is drawn, by its path. */
  public static synchronized void keep(HttpSession session, String address, Sentence sentence) {
    KeptWords known = (KeptWords) session.getAttribute(ATTRIBUTE);
    KeptWords kept = known == null ? new KeptWords() : known;
    kept.pages.computeIfAbsent(path(address), any -> new ArrayList<>()).add(sentence);
    session.setAttribute(ATTRIBUTE, kept);
  }

  /** What is kept for a page, which is then kept no longer; without a session nothing is. */
  public static synchronized List<Sentence> take(HttpSession session, String address) {
    KeptWords known = session == null ? null : (KeptWords) session.getAttribute(ATTRIBUTE);
    List<Sentence> kept = known == null ? null : known.pages.remove(path(address));
    return kept == null ? List.of() : kept;
  }

  private static String path(String address) {
    return address.replaceFirst("[?#].*$", "");
  }
}
