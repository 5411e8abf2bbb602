package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.dashdot.dot.Scope;

/** Which part of the ring the first page looks at. */
@Named
@RequestScoped
public class DotView {

  @Inject HttpServletRequest request;

  /** The part's key, as the address has it; empty for the whole. */
  public String getKey() {
    String in = request.getParameter("in");
    return Scope.read(in).equals(Scope.WHOLE) ? "" : in;
  }

  /** The part in words; null for the whole. */
  public String getIn() {
    Scope scope = Scope.read(request.getParameter("in"));
    return scope.equals(Scope.WHOLE)
        ? null
        : scope.tier().word() + " " + scope.first() + " \u2026 " + scope.last();
  }
}
