// A list of any length of which the page holds only what is seen.
//
// All rows have the same height, which the style sheet says, so that where a row stands is a
// multiplication. What comes in above never moves what somebody is reading.

import { h } from './dom.js';
import { claimRow } from './claim-row.js';

const SPARE = 6;
const MOST = 20_000;

export class FeedList {
  #items = [];
  #keys = new Set();
  #rows = new Map();
  #active = null;
  #frame = 0;
  #rowHeight = 0;
  #onNearEnd;
  #onTop;

  /**
   * @param onNearEnd called when the last rows come in sight
   * @param onTop called when the first row comes in sight
   */
  constructor(onNearEnd, onTop) {
    this.#onNearEnd = onNearEnd;
    this.#onTop = onTop;
    this.space = h('div', { class: 'feed-space', role: 'feed', 'aria-label': 'Claims, the latest first' });
    this.element = h('div', { class: 'feed', tabindex: '-1' }, this.space);
    this.element.addEventListener('scroll', () => this.#soon(), { passive: true });
    this.element.addEventListener('keydown', event => this.#key(event));
    this.element.addEventListener('focusin', event => this.#focused(event));
    this.resize = new ResizeObserver(() => {
      this.#rowHeight = 0;
      this.#soon();
    });
    this.resize.observe(this.element);
  }

  close() {
    this.resize.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  get length() {
    return this.#items.length;
  }

  get atTop() {
    return this.element.scrollTop < 4 && !this.space.contains(document.activeElement);
  }

  /** Shows these, and nothing else. */
  replace(listed) {
    this.#items = [];
    this.#keys.clear();
    this.#rows.forEach(row => row.remove());
    this.#rows.clear();
    this.#active = null;
    this.element.scrollTop = 0;
    this.append(listed);
  }

  /** Puts older ones behind the last. */
  append(listed) {
    for (const each of listed) {
      if (!this.#keys.has(each.claim.key)) {
        this.#keys.add(each.claim.key);
        this.#items.push(each);
      }
    }
    this.#soon();
  }

  /** Puts new ones, the latest first, before the first; returns how many were new. */
  prepend(listed) {
    const fresh = listed.filter(each => !this.#keys.has(each.claim.key));
    if (fresh.length === 0) {
      return 0;
    }
    const follow = this.atTop;
    fresh.forEach(each => this.#keys.add(each.claim.key));
    this.#items = fresh.concat(this.#items);
    for (const gone of this.#items.splice(MOST)) {
      this.#keys.delete(gone.claim.key);
    }
    this.#retract(fresh);
    this.element.classList.toggle('is-still', !follow);
    if (!follow) {
      this.#size();
      this.element.scrollTop += fresh.length * this.#height();
    }
    this.#draw(follow ? new Set(fresh.map(each => each.claim.key)) : new Set());
    return fresh.length;
  }

  /** Goes to the first row. */
  toTop() {
    this.element.scrollTo({ top: 0 });
    this.#soon();
  }

  #retract(fresh) {
    const taken = new Set(fresh.flatMap(each => each.claim.retracts));
    if (taken.size === 0) {
      return;
    }
    for (const item of this.#items) {
      if (taken.has(item.claim.id) && !item.retracted) {
        item.retracted = true;
        this.#rows.get(item.claim.key)?.remove();
        this.#rows.delete(item.claim.key);
      }
    }
  }

  #height() {
    if (!this.#rowHeight) {
      this.#rowHeight = parseFloat(getComputedStyle(this.element).getPropertyValue('--row')) || 96;
    }
    return this.#rowHeight;
  }

  #size() {
    this.space.style.height = `${this.#items.length * this.#height()}px`;
  }

  #soon() {
    if (!this.#frame) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#draw(new Set());
      });
    }
  }

  #draw(arriving) {
    const height = this.#height();
    this.#size();
    const top = this.element.scrollTop;
    const first = Math.max(0, Math.floor(top / height) - SPARE);
    const last = Math.min(this.#items.length, Math.ceil((top + this.element.clientHeight) / height) + SPARE);
    const wanted = new Set();
    for (let index = first; index < last; index++) {
      wanted.add(this.#items[index].claim.key);
    }
    for (const [key, row] of this.#rows) {
      // A row with the focus stays, or the keyboard would be lost.
      if (!wanted.has(key) && !row.contains(document.activeElement)) {
        row.remove();
        this.#rows.delete(key);
      }
    }
    if (this.#active === null && last > first) {
      this.#active = this.#items[first].claim.key;
    }
    let before = null;
    for (let index = last - 1; index >= first; index--) {
      before = this.#place(this.#items[index], index, height, arriving, before);
    }
    if (first === 0) {
      this.#onTop();
    }
    if (last >= this.#items.length - SPARE) {
      this.#onNearEnd();
    }
  }

  #place(item, index, height, arriving, before) {
    const key = item.claim.key;
    let row = this.#rows.get(key);
    const active = key === this.#active;
    if (!row) {
      row = claimRow(item, 'article', { tabindex: active ? '0' : '-1' });
      row.dataset.key = key;
      row.setAttribute('tabindex', active ? '0' : '-1');
      if (arriving.has(key)) {
        row.classList.add('is-arriving');
      }
      this.#rows.set(key, row);
    }
    // The order in the document is the order on the screen, for those who read it.
    if (row.nextSibling !== before || row.parentNode !== this.space) {
      if (!row.contains(document.activeElement) || row.parentNode !== this.space) {
        this.space.insertBefore(row, before);
      }
    }
    row.style.transform = `translateY(${index * height}px)`;
    row.setAttribute('aria-posinset', index + 1);
    row.setAttribute('aria-setsize', this.#items.length);
    return row;
  }

  #focused(event) {
    const row = event.target.closest?.('[data-key]');
    if (row && row.dataset.key !== this.#active) {
      this.#activate(row.dataset.key);
    }
  }

  #activate(key) {
    this.#tabs(this.#rows.get(this.#active), '-1');
    this.#active = key;
    this.#tabs(this.#rows.get(key), '0');
  }

  #tabs(row, value) {
    if (row) {
      row.setAttribute('tabindex', value);
      row.querySelectorAll('a').forEach(link => link.setAttribute('tabindex', value));
    }
  }

  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const page = Math.max(1, Math.floor(this.element.clientHeight / this.#height()) - 1);
    const steps = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: page, PageUp: -page, Home: -MOST, End: MOST };
    const row = event.target.closest?.('[data-key]');
    if (row && event.key === 'Enter' && event.target === row) {
      row.querySelector('.claim-link').click();
      return;
    }
    if (!(event.key in steps) || this.#items.length === 0) {
      return;
    }
    event.preventDefault();
    const here = this.#items.findIndex(item => item.claim.key === this.#active);
    const next = Math.min(this.#items.length - 1, Math.max(0, here + steps[event.key]));
    this.#show(next);
  }

  #show(index) {
    const height = this.#height();
    const box = this.element;
    if (index * height < box.scrollTop) {
      box.scrollTop = index * height;
    } else if ((index + 1) * height > box.scrollTop + box.clientHeight) {
      box.scrollTop = (index + 1) * height - box.clientHeight;
    }
    const key = this.#items[index].claim.key;
    this.#draw(new Set());
    this.#activate(key);
    this.#rows.get(key)?.focus({ preventScroll: true });
  }
}
