package org.dashdot.web.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** For systems that can only be given a URL: the token is part of it. */
@ApplicationPath("/hooks")
public class HooksApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(HooksResource.class, Problems.class, UnexpectedProblems.class);
  }
}
