package org.dashdot.web.modeler;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The address that people enter in Modeler. Its errors are Camunda's, unlike those of /api. */
@ApplicationPath("/engine-rest")
public class ModelerApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        VersionResource.class,
        DeploymentResource.class,
        ProcessDefinitionResource.class,
        ModelerErrors.class,
        ModelerReadErrors.class);
  }
}
