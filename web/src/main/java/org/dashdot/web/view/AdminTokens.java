package org.dashdot.web.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.dashdot.access.Administration;
import org.dashdot.shared.Settings;
import org.dashdot.signal.Sources;

/** The tokens that programs push with; a secret is shown once, on the page that made it. */
@Named
@RequestScoped
public class AdminTokens {

  private static final String ADDRESS = "/admin/tokens";

  @Inject Administration administration;
  @Inject Sources sources;
  @Inject Me me;

  private List<Administration.TokenRow> rows;
  private String name;
  private Long source;
  private String secret;
  private String wall;
  private String wallName;

  @PostConstruct
  void read() {
    rows = Acts.asShown("tokens", () -> administration.tokens(me.actor()));
  }

  public void make() {
    if (Acts.succeeds(() -> secret = administration.makePushToken(name, source, me.actor()))) {
      rows = Acts.shown("tokens", administration.tokens(me.actor()));
      name = null;
    }
  }

  /** Makes a link for a screen on a wall. */
  public void makeWall() {
    if (Acts.succeeds(() -> wall = administration.makeWall(wallName, me.actor()))) {
      rows = Acts.shown("tokens", administration.tokens(me.actor()));
      wallName = null;
    }
  }

  public void revoke(Long id) {
    Acts.then(ADDRESS, "token.revoked", () -> administration.revokeToken(id, me.actor()));
  }

  public List<Administration.TokenRow> getRows() {
    return rows;
  }

  public List<Sources.Row> getSources() {
    return sources.all();
  }

  /** Null unless this request made one. */
  public String getSecret() {
    return secret;
  }

  /** A wall's link; null unless this request made one. */
  public String getWall() {
    return wall == null ? null : Settings.publicUrl() + "/wall/" + wall;
  }

  public String getWallName() {
    return wallName;
  }

  public void setWallName(String wallName) {
    this.wallName = wallName;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public Long getSource() {
    return source;
  }

  public void setSource(Long source) {
    this.source = source;
  }
}
