package org.dashdot.web.view;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dashdot.shared.InvalidInput;
import org.dashdot.skin.Skin;
import org.dashdot.skin.SkinFile;
import org.dashdot.skin.Skins;

/** The skins of the dot: seen in all looks, uploaded, used. */
@Named
@RequestScoped
public class AdminSkins {

  private static final String ADDRESS = "/admin/skins";
  private static final Jsonb JSON = JsonbBuilder.create();

  @Inject Skins skins;
  @Inject Me me;

  private Part file;
  private List<Skins.Row> rows;

  public List<Skins.Row> getRows() {
    if (rows == null) {
      rows = Acts.asShown("skins", () -> skins.all(me.actor()));
    }
    return rows;
  }

  /** As the script reads it that draws the preview. */
  public String json(Skin skin) {
    return JSON.toJson(skin);
  }

  public void upload() {
    Acts.then(ADDRESS, "skins.uploaded", () -> skins.upload(bytes(), me.actor()));
  }

  private byte[] bytes() {
    if (file == null || file.getSize() == 0) {
      throw new InvalidInput("skin", Acts.text("skins.choose"));
    }
    try (InputStream in = file.getInputStream()) {
      return in.readNBytes(SkinFile.LARGEST + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void use(String name) {
    Acts.then(ADDRESS, "skins.used", () -> skins.use(name, me.actor()));
  }

  public void remove(String name) {
    Acts.then(ADDRESS, "skins.removed", () -> skins.remove(name, me.actor()));
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
