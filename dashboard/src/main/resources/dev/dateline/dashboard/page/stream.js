// The open line to the server. It comes back by itself, and goes on where it was, also after the
// server has been started again: an event's id says how far the topic has been read.

const WAITS = [500, 1_000, 2_000, 4_000, 8_000];

/** Claims as they come. */
export class ClaimStream {
  #parameters;
  #position;
  #listener;
  #source = null;
  #timer = 0;
  #failures = 0;
  #closed = false;

  /**
   * Opens the line.
   * @param parameters the filter
   * @param position where the list that is shown already ends
   * @param listener has claim(listed), reset() and state(word), which is "live" or "lost"
   */
  constructor(parameters, position, listener) {
    this.#parameters = parameters;
    this.#position = position;
    this.#listener = listener;
    this.#open();
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#source?.close();
  }

  #open() {
    const query = new URLSearchParams(this.#parameters);
    query.set('lastEventId', this.#position);
    const source = new EventSource(`/api/stream?${query}`);
    this.#source = source;
    source.addEventListener('hello', event => this.#took(event));
    source.addEventListener('claim', event => {
      this.#took(event);
      this.#listener.claim(JSON.parse(event.data));
    });
    source.addEventListener('reset', event => {
      this.#took(event);
      this.#listener.reset();
    });
    source.addEventListener('error', () => this.#lost());
  }

  #took(event) {
    if (event.lastEventId) {
      this.#position = event.lastEventId;
    }
    this.#failures = 0;
    this.#listener.state('live');
  }

  // A browser gives up on some faults and retries on others; here it is always the same.
  #lost() {
    this.#source.close();
    if (this.#closed) {
      return;
    }
    this.#listener.state('lost');
    const wait = WAITS[Math.min(this.#failures, WAITS.length - 1)];
    this.#failures++;
    this.#timer = setTimeout(() => this.#open(), wait * (0.75 + Math.random() / 2));
  }
}
