package org.dashdot.access;

/** What can be allowed; who is allowed it is the table in {@link Rights}. */
public enum Right {
  SEE,
  NOTE,
  OPEN_TICKET,
  WORK,
  HAND_OVER,
  RAISE_PRIORITY,
  LOWER_HIGH_PRIORITY,
  SILENCE_BRIEFLY,
  SILENCE_FOR_A_WEEK,
  SILENCE_ANYTHING,
  DEPLOY_DRAFT,
  EDIT_RULES,
  EDIT_DUTY,
  EDIT_POLICIES,
  ADMINISTER
}
