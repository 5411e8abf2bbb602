/**
 * How the dot looks: skins that an artist makes without code, held to a closed list of colours and
 * to drawings of allow-listed elements. It knows {@code signal} and above.
 */
package org.dashdot.skin;
