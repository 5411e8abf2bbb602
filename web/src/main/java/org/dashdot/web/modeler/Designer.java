package org.dashdot.web.modeler;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.dashdot.access.Actor;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.access.http.Caller;

/** The caller, provided that he or she may deploy drafts: even looking is for nobody else here. */
@RequestScoped
public class Designer {

  @Inject Caller caller;

  Actor actor() {
    Actor actor = caller.actor();
    Rights.check(actor, Right.DEPLOY_DRAFT, null);
    return actor;
  }
}
