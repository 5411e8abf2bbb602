/**
 * Who somebody is and what they may do: people, roles, teams, tokens, rights and the audit. Calls
 * only {@code shared}.
 */
package org.dashdot.access;
