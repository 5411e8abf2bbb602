package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.component.UICommand;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.Map;

/**
 * A ticket moves on while somebody writes on its page: what they send may be for a step or an act
 * that the page has no longer. Faces would pass over it in silence, or give the words to the step
 * that took the place.
 */
@Named
@RequestScoped
public class Meanwhile {

  @Inject TicketPage page;

  /**
   * When all is decoded and nothing taken over: shows the page as it is now when the button is
   * gone.
   */
  public void check() {
    if (!pressed(FacesContext.getCurrentInstance())) {
      Acts.instead(page.address(), "step.moved");
    }
  }

  /** Whether a button that was pressed is on the page and, for a step, belongs to the same one. */
  private static boolean pressed(FacesContext faces) {
    Map<String, String> sent = faces.getExternalContext().getRequestParameterMap();
    boolean[] found = new boolean[1];
    faces
        .getViewRoot()
        .visitTree(
            VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED)),
            (context, component) -> {
              found[0] |=
                  component instanceof UICommand
                      && sent.containsKey(component.getClientId(faces))
                      && sameStep(component, sent.get("step"));
              return found[0] ? VisitResult.COMPLETE : VisitResult.ACCEPT;
            });
    return found[0];
  }

  private static boolean sameStep(UIComponent button, String sent) {
    Object step = button.getAttributes().get("step");
    return step == null || step.equals(sent);
  }
}
