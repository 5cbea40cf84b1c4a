// Says to a screen reader what changed, and not more often than one can listen to.

const PAUSE = 6_000;
let waiting = '';
let timer = 0;

/** Says it, after what was said before; of several that come fast, the last. */
export function announce(text) {
  waiting = text;
  if (!timer) {
    say();
  }
}

function say() {
  const region = document.getElementById('announcer');
  region.textContent = waiting;
  waiting = '';
  timer = setTimeout(() => {
    timer = 0;
    if (waiting) {
      say();
    }
  }, PAUSE);
}
