package org.dashdot.ticket;

/** The tables that an engineer edits: how urgent, and whose. Implemented over DMN. */
public interface DecisionTables {

  /** What the tables look at; texts are empty when absent. */
  record Facts(
      String severity, String environment, String tier, String priorityLabel, String teamLabel) {}

  Priority prioritise(Facts facts);

  /** The name of the team; it may not exist. */
  String route(Facts facts);
}
