package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.access.Administration;
import org.dashdot.access.OwnAccount;

/** A person's own password and the tokens of their programs. */
@Named("accountView")
@RequestScoped
public class AccountView {

  private static final String ADDRESS = "/account";

  @Inject OwnAccount account;
  @Inject Me me;

  private List<Administration.TokenRow> rows;
  private String name;
  private String secret;
  private String old;
  private String fresh;

  @PostConstruct
  void read() {
    rows = Acts.asShown("tokens", () -> account.tokens(me.actor()));
  }

  public void make() {
    if (Acts.succeeds(() -> secret = account.makeToken(name, me.actor()))) {
      rows = Acts.shown("tokens", account.tokens(me.actor()));
      name = null;
    }
  }

  public void revoke(Long id) {
    Acts.then(ADDRESS, "token.revoked", () -> account.revokeToken(id, me.actor()));
  }

  /** The login ends with the old password, so the next page is the login's. */
  public void changePassword() {
    if (Acts.succeeds(() -> account.changePassword(old, fresh, me.actor()))) {
      Acts.go("/?login=changed&from=%2Faccount");
    }
  }

  public List<Administration.TokenRow> getRows() {
    return rows;
  }

  /** Null unless this request made one. */
  public String getSecret() {
    return secret;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getOld() {
    return old;
  }

  public void setOld(String old) {
    this.old = old;
  }

  public String getFresh() {
    return fresh;
  }

  public void setFresh(String fresh) {
    this.fresh = fresh;
  }
}
