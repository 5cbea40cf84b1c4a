// Claims as they come.

import { h, fill } from './dom.js';
import { ask } from './api.js';
import { announce } from './announce.js';
import { ClaimStream } from './stream.js';
import { FeedList } from './feed-list.js';
import { filterForm, folded, read } from './filters.js';
import { requery } from './router.js';
import { count } from './text.js';

const FIRST_PAGE = 200;
const NEXT_PAGE = 1_000;

export const feed = { name: 'feed', title: 'Claims', show };

async function show(main, parameters, signal) {
  await new Feed(main, signal).load(read(new URLSearchParams(location.search)));
}

class Feed {
  #signal;
  #list;
  #stream = null;
  #filter = new URLSearchParams();
  #next = null;
  #loading = false;
  #round = 0;
  #paused = false;
  #held = [];
  #unseen = 0;
  #frame = 0;
  #incoming = [];

  constructor(main, signal) {
    this.#signal = signal;
    this.#list = new FeedList(() => this.#more(), () => this.#seen());
    this.state = h('span', { class: 'state', role: 'status' });
    this.total = h('span', { class: 'total' });
    this.empty = h('div', { class: 'empty', hidden: true });
    this.pause = h('button', { type: 'button', class: 'pause', 'aria-pressed': 'false', onclick: () => this.#toggle() }, 'Pause');
    this.jump = h('button', { type: 'button', class: 'jump', hidden: true, onclick: () => this.#show() });
    const form = filterForm(read(new URLSearchParams(location.search)), filter => {
      requery(filter);
      this.load(filter);
    });
    this.fold = folded(form, () => this.#filter.size > 0);
    main.append(
      h('div', { class: 'feed-head' },
        h('div', { class: 'head' },
          h('h1', { tabindex: '-1' }, 'Claims'), this.total, this.state, this.pause),
        this.fold.details),
      h('div', { class: 'feed-frame' }, this.jump, this.empty, this.#list.element));
    signal.addEventListener('abort', () => {
      this.#stream?.close();
      this.#list.close();
      cancelAnimationFrame(this.#frame);
    });
  }

  /** Shows the claims that pass, and goes on with those that come. */
  async load(filter) {
    const round = ++this.#round;
    this.#filter = filter;
    this.#stream?.close();
    this.#loading = true;
    this.fold.mark(filter.size);
    try {
      const page = await ask('/api/claims', { ...Object.fromEntries(filter), limit: FIRST_PAGE }, this.#signal);
      if (round !== this.#round) {
        return;
      }
      this.#incoming = [];
      this.#held = [];
      this.#unseen = 0;
      this.#next = page.next;
      this.#loading = false;
      this.#list.replace(page.claims);
      this.#listen(page.position);
      this.#tell();
    } catch (fault) {
      if (fault.name === 'AbortError' || round !== this.#round) {
        return;
      }
      this.#loading = false;
      if (fault.status === 400) {
        this.#list.replace([]);
        this.empty.hidden = false;
        fill(this.empty, h('p', { role: 'alert' }, fault.message));
        return;
      }
      this.#say('lost');
      setTimeout(() => round === this.#round && !this.#signal.aborted && this.load(filter), 2_000);
    }
  }

  #listen(position) {
    this.#stream = new ClaimStream(this.#filter, position, {
      claim: listed => {
        this.#incoming.push(listed);
        this.#frame ||= requestAnimationFrame(() => this.#arrive());
      },
      reset: () => this.load(this.#filter),
      state: word => this.#say(word),
    });
    this.#say('live');
  }

  // All that came since the last frame at once, however many.
  #arrive() {
    this.#frame = 0;
    const arrived = this.#incoming.reverse();
    this.#incoming = [];
    if (this.#paused) {
      this.#held = arrived.concat(this.#held).slice(0, 20_000);
    } else {
      this.#take(arrived);
    }
    this.#tell();
  }

  #take(arrived) {
    const atTop = this.#list.atTop;
    const fresh = this.#list.prepend(arrived);
    if (!atTop) {
      this.#unseen += fresh;
    }
    if (fresh > 0) {
      const disputed = arrived.filter(each => each.claim.verdict === 'DISPUTED').length;
      announce(`${count(fresh, 'new claim')}${disputed ? `, ${disputed} disputed` : ''}`);
    }
  }

  async #more() {
    if (this.#loading || !this.#next) {
      return;
    }
    this.#loading = true;
    const round = this.#round;
    try {
      const page = await ask(
        '/api/claims', { ...Object.fromEntries(this.#filter), before: this.#next, limit: NEXT_PAGE }, this.#signal);
      if (round === this.#round) {
        this.#next = page.next;
        this.#list.append(page.claims);
        this.#tell();
      }
    } catch {
      // Asked again when somebody scrolls on.
    } finally {
      this.#loading = false;
    }
  }

  #toggle() {
    this.#paused = !this.#paused;
    this.pause.setAttribute('aria-pressed', String(this.#paused));
    fill(this.pause, this.#paused ? 'Go on' : 'Pause');
    if (!this.#paused) {
      const held = this.#held;
      this.#held = [];
      this.#take(held);
    }
    this.#say(this.word);
    this.#tell();
  }

  #show() {
    if (this.#paused) {
      this.#toggle();
    }
    this.#list.toTop();
    this.#seen();
    this.pause.focus({ preventScroll: true });
  }

  #seen() {
    if (this.#unseen > 0) {
      this.#unseen = 0;
      this.#tell();
    }
  }

  #say(word) {
    this.word = word;
    const said = word === 'lost' ? 'Reconnecting' : this.#paused ? 'Paused' : 'Live';
    if (this.state.textContent !== said) {
      this.state.className = `state state-${said.toLowerCase()}`;
      this.state.textContent = said;
    }
  }

  #tell() {
    const waiting = this.#held.length + this.#unseen;
    this.jump.hidden = waiting === 0;
    if (waiting > 0) {
      fill(this.jump, `${count(waiting, 'new claim')} ↑`);
    }
    fill(this.total, this.#list.length === 0 ? '' : `${this.#list.length.toLocaleString('en')}${this.#next ? '+' : ''}`);
    this.empty.hidden = this.#list.length > 0 || this.#loading;
    this.#list.element.hidden = this.#list.length === 0;
    if (!this.empty.hidden) {
      fill(this.empty, this.#filter.size > 0
        ? h('p', {}, 'No claim fits this filter. New ones that do will show here.')
        : h('p', {}, 'No claims yet. They show here as soon as an article is read.'));
    }
  }
}
