package org.dashdot.access;

import jakarta.ejb.ApplicationException;

/** The password was given too long ago for this action; the portal asks for it again. */
@ApplicationException(rollback = true)
public class LoginTooOld extends RuntimeException {

  public LoginTooOld() {
    super("Please log in again: this needs a recent login.");
  }
}
