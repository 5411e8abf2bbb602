package org.dashdot.web.view;

import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.UIInput;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;

/** Finds the input that a refusal names, so that its sentence can stand beside it. */
final class Inputs {

  private Inputs() {}

  /** The client id of this field's input in the form that was sent; null when it has none. */
  static String named(String field) {
    FacesContext faces = FacesContext.getCurrentInstance();
    UIComponent form = UIComponent.getCurrentComponent(faces);
    while (form != null && !(form instanceof UIForm)) {
      form = form.getParent();
    }
    if (form == null) {
      return null;
    }
    String[] found = new String[1];
    form.visitTree(
        VisitContext.createVisitContext(faces, null, EnumSet.of(VisitHint.SKIP_UNRENDERED)),
        (context, component) -> {
          if (component instanceof UIInput && field.equals(name(component))) {
            found[0] = component.getClientId(faces);
            return VisitResult.COMPLETE;
          }
          return VisitResult.ACCEPT;
        });
    return found[0];
  }

  /** An input is called by its id, or by its attribute where one id serves many fields. */
  private static String name(UIComponent component) {
    Object field = component.getAttributes().get("field");
    return field == null ? component.getId() : field.toString();
  }
}
