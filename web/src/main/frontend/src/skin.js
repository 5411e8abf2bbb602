// How the dot looks: the colours and drawings of the skin in use, checked by the server.

const PARTS = { core: '--core', edge: '--core-edge', halo: '--halo', ink: '--on-core', ground: '--dot-ground' };
const AROUND = { calm: '--calm', high: '--dot-high', p3: '--dot-p3', p4: '--dot-p4' };

/** The custom properties of a look in a skin, by name. */
export function properties(skin, look) {
  const seen = look === 'stale' ? 'blind' : look;
  const all = {};
  Object.entries(PARTS).forEach(([part, name]) => (all[name] = skin.colours[`${seen}-${part}`]));
  Object.entries(AROUND).forEach(([part, name]) => (all[name] = skin.colours[part]));
  return all;
}

/** Paints an element and what is in it. */
export function paint(element, skin, look) {
  Object.entries(properties(skin, look)).forEach(([name, value]) => element.style.setProperty(name, value));
}

let known = null;
let stamp = 'shipped';

/** The skin that a dot asks for; null for the one that is in the style sheet. */
export async function wanted(dot) {
  if (dot.skin && dot.skin !== stamp) {
    const answer = await fetch('/api/v1/skins/used').catch(() => null);
    if (answer?.ok) {
      known = await answer.json();
      stamp = dot.skin;
    }
  }
  return known;
}
