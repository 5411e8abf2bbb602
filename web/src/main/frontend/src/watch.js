// Listens to the dot: the stream tells changes at once, a reading every ten seconds proves that the
// server still answers. News are {dot} or {dot, stale: true}.
const EVERY = 10_000;
const LOST_AFTER = 25_000;
// A server that hangs answers nothing and refuses nothing: a reading ends by itself.
const PATIENCE = 8_000;

export function watch(tell) {
  let dot = null;
  let heard = Date.now();
  let stream = null;

  function hear(json) {
    dot = json;
    heard = Date.now();
    tell({ dot, heard });
  }

  async function read() {
    try {
      const answer = await fetch('/api/v1/dot', {
        headers: { Accept: 'application/json' },
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) {
        hear(await answer.json());
        listen();
      } else if (answer.status === 401) {
        // A stream that is still open would draw over it what a stranger may not see.
        stream?.close();
        tell({ dot: { ...(dot ?? {}), stale: true, stranger: true }, heard });
        return;
      }
    } catch {
      // Counted below: silence for long enough is told.
    }
    if (Date.now() - heard > LOST_AFTER) {
      tell({ dot: { ...(dot ?? {}), stale: true }, heard });
    }
  }

  // A refused stream stays closed; it is opened anew once the server answers again.
  function listen() {
    if (stream && stream.readyState !== EventSource.CLOSED) {
      return;
    }
    stream = new EventSource('/api/v1/dot/events');
    stream.addEventListener('dot', (event) => hear(JSON.parse(event.data)));
    stream.onerror = () => setTimeout(read, 1000);
  }

  setInterval(read, EVERY);
  read();
}
