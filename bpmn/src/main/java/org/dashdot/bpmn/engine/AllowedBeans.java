package org.dashdot.bpmn.engine;

import java.util.Optional;

/** Finds a bean that models may name; everything else stays unknown to them. */
public interface AllowedBeans {

  Optional<Object> named(String name);
}
