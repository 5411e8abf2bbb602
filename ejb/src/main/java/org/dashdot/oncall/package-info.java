/** Who is on duty for a team, and who comes next. Calls {@code access} and {@code shared}. */
package org.dashdot.oncall;
