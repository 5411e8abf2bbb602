package org.dashdot.shared;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Does the same to many things of which none may stop the others; each brings a transaction of its
 * own. Says once that something fails and once that all is well again.
 */
public final class OneByOne {

  private final Logger log;
  private final String what;
  private volatile boolean failing;

  /**
   * @param what what is done, as the beginning of a sentence
   */
  public OneByOne(Logger log, String what) {
    this.log = log;
    this.what = what;
  }

  /** Whatever fails is left as it was, for the next call. */
  public <T> void each(Collection<T> things, Consumer<T> work) {
    RuntimeException last = null;
    for (T thing : things) {
      try {
        work.accept(thing);
      } catch (RuntimeException e) {
        last = e;
      }
    }
    if (last != null && !failing) {
      log.log(Level.ERROR, what + " fails for some and will be tried again for them", last);
    } else if (last == null && failing) {
      log.log(Level.INFO, "{0} works again for all", what);
    }
    failing = last != null;
  }
}
