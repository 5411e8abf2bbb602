package org.dashdot.access.http;

import jakarta.enterprise.context.RequestScoped;
import org.dashdot.access.Actor;
import org.dashdot.access.NotAllowed;
import org.dashdot.access.Pass;
import org.dashdot.access.Right;

/** Who makes the current request. */
@RequestScoped
public class Caller {

  private Actor actor;
  private Pass pass;

  void is(Actor actor, Pass pass) {
    this.actor = actor;
    this.pass = pass;
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

  /** The caller, who may look at the dot: everybody but a source, which may only push. */
  public Actor looker() {
    if (actor().kind() == Actor.Kind.TOKEN) {
      throw new NotAllowed(Right.SEE);
    }
    return actor;
  }

  /** What the caller was let in with, to be asked about again; refuses when nobody is logged in. */
  public Pass pass() {
    actor();
    return pass;
  }
}
