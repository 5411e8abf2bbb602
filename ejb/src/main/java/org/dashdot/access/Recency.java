package org.dashdot.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.dashdot.shared.Settings;

/**
 * How fresh a login must be: looking is allowed for its whole life, acting and administering less.
 */
@ApplicationScoped
public class Recency {

  @Inject Clock clock;
  @Inject Settings settings;

  public void toAct(Actor actor) {
    within(actor, settings.duration("session.action"));
  }

  public void toAdminister(Actor actor) {
    within(actor, settings.duration("session.administration"));
  }

  private void within(Actor actor, Duration limit) {
    if (actor.authenticatedAt() != null
        && actor.authenticatedAt().plus(limit).isBefore(clock.instant())) {
      throw new LoginTooOld();
    }
  }
}
