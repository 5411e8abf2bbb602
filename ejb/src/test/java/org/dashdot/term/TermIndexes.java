package org.dashdot.term;

import jakarta.persistence.EntityManager;

/** Makes indexes where there is no container. */
public final class TermIndexes {

  private TermIndexes() {}

  public static TermIndex over(EntityManager em) {
    TermIndex index = new TermIndex();
    index.em = em;
    return index;
  }
}
