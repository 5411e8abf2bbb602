package org.dashdot.shared;

/**
 * An application-scoped bean that holds an entity manager. Such beans are made when the doors open:
 * made for the first time while the application is undeployed, they would wait for ever for a
 * persistence unit that is gone.
 */
public interface MadeAtStart {

  /** Does nothing; being called is what makes the bean. */
  default void make() {}
}
