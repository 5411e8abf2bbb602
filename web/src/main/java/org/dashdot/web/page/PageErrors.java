package org.dashdot.web.page;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Gives every page the {@link PageErrorHandler}. */
public class PageErrors extends ExceptionHandlerFactory {

  public PageErrors(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new PageErrorHandler(getWrapped().getExceptionHandler());
  }
}
