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
    if ("/ticket.xhtml".equals(viewId) && number != null && number.matches("\\d{1,18}")) {
      return context.getExternalContext().getRequestContextPath() + "/tickets/" + number;
    }
    return super.getActionURL(context, viewId);
  }
}
