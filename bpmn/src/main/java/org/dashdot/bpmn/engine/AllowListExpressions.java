package org.dashdot.bpmn.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ArrayELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;

/**
 * Expressions see variables and allowed beans. On anything but an allowed bean no method can be
 * called, so no expression reaches a class, a class loader or the runtime.
 */
final class AllowListExpressions extends JuelExpressionManager {

  private final AllowedBeans beans;

  AllowListExpressions(AllowedBeans beans) {
    this.beans = beans;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolver = new CompositeELResolver();
    resolver.add(new VariableScopeElResolver());
    resolver.add(new VariableContextElResolver());
    resolver.add(new AllowedBeanResolver(beans));
    resolver.add(new ArrayELResolver(true));
    resolver.add(new ListELResolver(true));
    resolver.add(new MapELResolver(true));
    return resolver;
  }

  /** Resolves a bean's name, and calls methods on such beans only. */
  private static final class AllowedBeanResolver extends ELResolver {

    private static final String PACKAGE = "org.dashdot.bpmn.activity.";

    private final AllowedBeans beans;
    private final BeanELResolver methods = new BeanELResolver(true);

    AllowedBeanResolver(AllowedBeans beans) {
      this.beans = beans;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base != null) {
        return null;
      }
      Object bean = beans.named(String.valueOf(property)).orElse(null);
      context.setPropertyResolved(bean != null);
      return bean;
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
      return base == null || !base.getClass().getName().startsWith(PACKAGE)
          ? null
          : methods.invoke(context, base, method, types, arguments);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return base == null ? Object.class : null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      // Nothing that a model names can be written to.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
