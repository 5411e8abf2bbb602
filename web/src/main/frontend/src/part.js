// A page that looks closer at a part of the ring asks for that part, whenever there are news.

/** Makes a function from the dot of everything to that of a part; null once a newer one was asked for. */
export function partOf(key, ask) {
  let asked = 0;
  let last = { ring: [], motes: [] };
  return async (dot) => {
    const mine = ++asked;
    // The disc is that of everything; what could not be asked for stays as it was.
    const answer = dot.stale ? null : await ask(`/api/v1/dot?in=${encodeURIComponent(key)}`).catch(() => null);
    const part = answer?.ok ? await answer.json().catch(() => null) : null;
    if (mine !== asked) {
      return null;
    }
    last = part ?? last;
    return part ?? { ...dot, ring: last.ring, motes: last.motes };
  };
}
