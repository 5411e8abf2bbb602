// The portal as a channel: a banner on every page while something high waits for this person, and a
// sound each minute where this browser was told to make one.
const KEY = 'dash-dot-sound';
const EVERY = 10_000;
const SOUND_EVERY = 60_000;

/** Whether it is time for a sound: at what was not heard yet, and each minute while anything waits. */
export function due(items, heard, last, now) {
  return items.length > 0 && (items.some((item) => !heard.has(item.number)) || now - last >= SOUND_EVERY);
}

/** What the banner says: the most urgent one, and how many more there are. */
export function words(items, text) {
  const [first] = items;
  const more = items.length > 1 ? text.more.replace('{0}', items.length - 1) : '';
  return { head: `${first.priority} #${first.number} ${first.title}`, more, number: first.number };
}

function wanted() {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

function want(on) {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Private windows may refuse; there is no sound then.
  }
}

let audio = null;

/** Whether this browser lets sounds out. */
async function allowed() {
  audio ??= new AudioContext();
  // A browser that was not touched yet keeps the promise open for ever.
  await Promise.race([audio.resume(), new Promise((done) => setTimeout(done, 300))]);
  return audio.state === 'running';
}

/** Two short tones; returns whether they were let out. */
async function ring() {
  if (!(await allowed())) {
    return false;
  }
  for (const [at, pitch] of [[0, 880], [0.28, 660]]) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.0001, audio.currentTime + at);
    volume.gain.exponentialRampToValueAtTime(0.4, audio.currentTime + at + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + at + 0.25);
    tone.connect(volume).connect(audio.destination);
    tone.start(audio.currentTime + at);
    tone.stop(audio.currentTime + at + 0.27);
  }
  return true;
}

function mark(blocked) {
  document.querySelectorAll('[data-blocked]').forEach((e) => (e.hidden = !blocked));
  document.documentElement.dataset.sound = blocked ? 'blocked' : wanted() ? 'on' : 'off';
}

async function sound() {
  mark(!(await ring()));
}

/** The switch on the account's page, with its test. */
function settings() {
  const box = document.querySelector('[data-sound]');
  if (box) {
    box.checked = wanted();
    box.addEventListener('change', () => {
      want(box.checked);
      if (box.checked) {
        sound();
      } else {
        mark(false);
      }
    });
  }
  document.querySelectorAll('[data-sound-test], [data-blocked] button').forEach((button) => button.addEventListener('click', sound));
}

export function calls() {
  const banner = document.querySelector('[data-calls]');
  settings();
  if (!banner) {
    return;
  }
  const heard = new Set();
  let last = 0;
  const text = { more: banner.dataset.more };
  const part = (name) => banner.querySelector(`[data-call="${name}"]`);

  function show(items) {
    banner.hidden = !items.length;
    if (items.length) {
      const { head, more, number } = words(items, text);
      if (part('head').textContent !== head) {
        part('head').textContent = head;
        part('head').href = `/tickets/${number}`;
        part('take').dataset.number = number;
      }
      part('more').textContent = more;
    }
    if (wanted() && due(items, heard, last, Date.now())) {
      last = Date.now();
      sound();
    }
    heard.clear();
    items.forEach((item) => heard.add(item.number));
  }

  async function read() {
    try {
      const answer = await fetch('/api/v1/calls', { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(8000) });
      if (answer.ok) {
        show((await answer.json()).items);
      }
    } catch {
      // The dot says when the server cannot be reached.
    }
  }

  part('take').addEventListener('click', async ({ currentTarget }) => {
    currentTarget.disabled = true;
    const answer = await fetch(`/api/v1/tickets/${currentTarget.dataset.number}/acknowledge`, { method: 'POST' }).catch(() => null);
    currentTarget.disabled = false;
    if (answer?.ok) {
      read();
    } else {
      location.href = `/tickets/${currentTarget.dataset.number}`;
    }
  });
  if (wanted()) {
    // Whether this browser lets sounds out is known before one is needed.
    allowed().then((free) => mark(!free));
  }
  setInterval(read, EVERY);
  read();
}
