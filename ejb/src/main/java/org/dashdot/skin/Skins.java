package org.dashdot.skin;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dashdot.access.Actor;
import org.dashdot.access.Audit;
import org.dashdot.access.Recency;
import org.dashdot.access.Right;
import org.dashdot.access.Rights;
import org.dashdot.shared.Conflict;
import org.dashdot.shared.Jsons;
import org.dashdot.shared.Unknown;

/** The skins there are, and the one in use. */
@Stateless
public class Skins {

  private static final List<String> SHIPPED = List.of("night", "quiet");

  @PersistenceContext(unitName = "dash-dot")
  EntityManager em;

  @Inject Audit audit;
  @Inject Recency recency;
  @Inject Clock clock;

  /** A skin in a list. */
  public record Row(Skin skin, boolean shipped, boolean used) {}

  /** Another text whenever another skin is in use, or the one in use was replaced. */
  public String stamp() {
    return em.find(SkinChoice.class, SkinChoice.ONLY).stamp();
  }

  /** The one in use. */
  public Skin used() {
    return get(em.find(SkinChoice.class, SkinChoice.ONLY).name());
  }

  /** Those that ship first, then the uploaded ones by name. */
  public List<Row> all(Actor actor) {
    Rights.check(actor, Right.SEE, null);
    String used = em.find(SkinChoice.class, SkinChoice.ONLY).name();
    List<String> names = new ArrayList<>(SHIPPED);
    names.addAll(
        em.createQuery("select s.name from StoredSkin s order by s.name", String.class)
            .getResultList());
    return names.stream()
        .map(name -> new Row(get(name), SHIPPED.contains(name), name.equals(used)))
        .toList();
  }

  /**
   * Keeps an uploaded skin; one of the same name is replaced.
   *
   * @param zip as {@link SkinFile} reads it
   * @return its name
   */
  public String upload(byte[] zip, Actor actor) {
    administer(actor);
    Skin skin = SkinFile.read(zip);
    if (SHIPPED.contains(skin.name())) {
      throw new Conflict("'" + skin.name() + "' ships with dash-dot; choose another name.");
    }
    StoredSkin stored = em.find(StoredSkin.class, skin.name());
    if (stored == null) {
      stored = new StoredSkin(skin.name());
      stored.put(text(skin), actor.name(), clock.instant());
      em.persist(stored);
    } else {
      stored.put(text(skin), actor.name(), clock.instant());
    }
    SkinChoice choice = em.find(SkinChoice.class, SkinChoice.ONLY);
    if (choice.name().equals(skin.name())) {
      choice.choose(skin.name());
    }
    audit.record(actor, "upload skin", skin.name(), null);
    return skin.name();
  }

  /** Everybody sees it from now on. */
  public void use(String name, Actor actor) {
    administer(actor);
    get(name);
    em.find(SkinChoice.class, SkinChoice.ONLY).choose(name);
    audit.record(actor, "use skin", name, null);
  }

  /** Forgets an uploaded one that is not in use. */
  public void remove(String name, Actor actor) {
    administer(actor);
    if (em.find(SkinChoice.class, SkinChoice.ONLY).name().equals(name)) {
      throw new Conflict("'" + name + "' is in use; use another one first.");
    }
    StoredSkin stored = em.find(StoredSkin.class, name);
    if (stored == null) {
      throw new Unknown("There is no uploaded skin '" + name + "'.");
    }
    em.remove(stored);
    audit.record(actor, "remove skin", name, null);
  }

  private void administer(Actor actor) {
    Rights.check(actor, Right.ADMINISTER, null);
    recency.toAdminister(actor);
  }

  private Skin get(String name) {
    if (SHIPPED.contains(name)) {
      return shipped(name);
    }
    StoredSkin stored = em.find(StoredSkin.class, name);
    if (stored == null) {
      throw new Unknown("There is no skin '" + name + "'.");
    }
    try (JsonReader reader = Jsons.JSON.createReader(new StringReader(stored.document()))) {
      JsonObject json = reader.readObject();
      return new Skin(
          name,
          json.getString("author"),
          texts(json.getJsonObject("colours")),
          texts(json.getJsonObject("glyphs")));
    }
  }

  static Skin shipped(String name) {
    try (InputStream in = Skins.class.getResourceAsStream("/skins/" + name + "/skin.json")) {
      return SkinFile.skin(Map.of("skin.json", in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> texts(JsonObject json) {
    Map<String, String> texts = new TreeMap<>();
    json.keySet().forEach(key -> texts.put(key, json.getString(key)));
    return texts;
  }

  private static String text(Skin skin) {
    JsonObjectBuilder colours = Jsons.JSON.createObjectBuilder();
    skin.colours().forEach(colours::add);
    JsonObjectBuilder glyphs = Jsons.JSON.createObjectBuilder();
    skin.glyphs().forEach(glyphs::add);
    return Jsons.JSON
        .createObjectBuilder()
        .add("author", skin.author())
        .add("colours", colours)
        .add("glyphs", glyphs)
        .build()
        .toString();
  }
}
