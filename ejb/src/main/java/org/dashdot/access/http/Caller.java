package org.dashdot.access.http;

import jakarta.enterprise.context.RequestScoped;
import org.dashdot.access.Actor;
import org.dashdot.access.NotAllowed;
import org.dashdot.access.Right;

/** Who makes the current request. */
@RequestScoped
public class Caller {

  private Actor actor;

  void is(Actor actor) {
    this.actor = actor;
  }

  public boolean isAnonymous() {
    return actor == null;
  }

  /** The caller; refuses when nobody is logged in. */
  public Actor actor() {
    if (actor == null) {
      throw new NotAllowed(Right.SEE);
    }
    return actor;
  }
}
