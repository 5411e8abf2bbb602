package org.dashdot.web.page;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;

/** Forms of a ticket's page are sent to the ticket's own address. */
public class TicketViewAddresses extends ViewHandlerWrapper {

  public TicketViewAddresses(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public String getActionURL(FacesContext context, String viewId) {
    String number = context.getExternalContext().getRequestParameterMap().get("number");
    String path =
        "/ticket.xhtml".equals(viewId)
            ? "/tickets/"
            : "/glance.xhtml".equals(viewId) ? "/t/" : null;
    if ("/research.xhtml".equals(viewId) && number != null && number.matches("\\d{1,18}")) {
      return context.getExternalContext().getRequestContextPath()
          + "/tickets/"
          + number
          + "/research";
    }
    if (path != null && number != null && number.matches("\\d{1,18}")) {
      return context.getExternalContext().getRequestContextPath() + path + number;
    }
    return super.getActionURL(context, viewId);
  }
}
