package org.dashdot.bpmn.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;

/** The named beans of the activity package, and no others. */
@ApplicationScoped
public class CdiActivities implements AllowedBeans {

  private static final String PACKAGE = "org.dashdot.bpmn.activity";

  @Inject BeanManager beans;

  @Override
  public Optional<Object> named(String name) {
    Set<Bean<?>> found = beans.getBeans(name);
    Bean<?> bean = beans.resolve(found);
    return bean == null || !bean.getBeanClass().getPackageName().equals(PACKAGE)
        ? Optional.empty()
        : Optional.of(beans.getReference(bean, Object.class, beans.createCreationalContext(bean)));
  }
}
