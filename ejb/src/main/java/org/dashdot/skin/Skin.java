package org.dashdot.skin;

import java.util.Map;

/**
 * A checked skin.
 *
 * @param name small letters, digits and dashes
 * @param author who made it; maybe empty
 * @param colours by name, each {@code #rrggbb}; every name of {@link SkinColours#NAMES}
 * @param glyphs by look, the content of an SVG of 320 by 200; a look that is missing keeps its own
 */
public record Skin(
    String name, String author, Map<String, String> colours, Map<String, String> glyphs) {}
