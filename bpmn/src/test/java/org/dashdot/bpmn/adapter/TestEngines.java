package org.dashdot.bpmn.adapter;

import org.camunda.bpm.engine.ProcessEngine;
import org.dashdot.bpmn.engine.Engine;

/** Adapters over an engine in memory. */
public final class TestEngines {

  private TestEngines() {}

  public static EngineDecisionTables tables(ProcessEngine engine) {
    Engine holder = new Engine();
    holder.start(engine);
    EngineDecisionTables tables = new EngineDecisionTables();
    tables.engine = holder;
    return tables;
  }
}
