// Where claims are made, how many, and how much is disputed.

import { h, fill, quoted } from './dom.js';
import { ask, askEvery } from './api.js';
import { countries } from './world.js';
import { requery } from './router.js';
import { count, placeName, shortPlaceName } from './text.js';
import { placePanel } from './place-panel.js';

const WINDOWS = [['hour', 'Hour'], ['day', 'Day'], ['week', 'Week'], ['all', 'All']];
const TIMES = [['arrived', 'read'], ['published', 'published']];
const REFRESH = 10_000;
const MOST_LABELS = 14;

export const map = { name: 'map', title: 'Map', show };

async function show(main, parameters, signal) {
  await new MapView(main, signal).start();
}

class MapView {
  #signal;
  #map;
  #spots = null;
  #labels = null;
  #points = [];
  #chosen;
  #fitted = false;

  constructor(main, signal) {
    this.#signal = signal;
    const query = new URLSearchParams(location.search);
    const one = (choices, given, usual) => (choices.some(([name]) => name === given) ? given : usual);
    this.window = one(WINDOWS, query.get('window'), 'day');
    this.by = one(TIMES, query.get('by'), 'arrived');
    this.#chosen = query.get('place');
    this.canvas = h('div', { class: 'map', role: 'group', 'aria-label': 'Map of places; the list beside it says the same' });
    this.list = h('ol', { class: 'spots' });
    this.note = h('p', { class: 'note', role: 'status' });
    this.panel = h('section', { class: 'panel', 'aria-label': 'Standing of the place', hidden: true });
    main.append(
      h('div', { class: 'head' },
        h('h1', { tabindex: '-1' }, 'Map'),
        this.#choice('Last', WINDOWS, this.window, value => { this.window = value; }),
        this.#choice('by time', TIMES, this.by, value => { this.by = value; }),
        legend()),
      h('div', { class: 'map-grid' },
        h('div', { class: 'map-frame' }, this.canvas,
          h('div', { class: 'zoom', role: 'group', 'aria-label': 'Zoom' },
            h('button', { type: 'button', 'aria-label': 'Zoom in', onclick: () => this.#map.zoomIn() }, '+'),
            h('button', { type: 'button', 'aria-label': 'Zoom out', onclick: () => this.#map.zoomOut() }, '−'),
            h('button', { type: 'button', 'aria-label': 'Show all places', onclick: () => this.#fit() }, '◎')),
          h('p', { class: 'credit' }, 'Outlines: Natural Earth')),
        h('div', { class: 'map-side' }, this.panel, this.note, this.list)));
    signal.addEventListener('abort', () => this.#map?.remove());
  }

  async start() {
    const { L } = globalThis;
    this.#map = L.map(this.canvas, {
      attributionControl: false, zoomControl: false, worldCopyJump: true, zoomSnap: 0.5,
      minZoom: 1, maxZoom: 10, maxBounds: [[-75, -240], [85, 240]], keyboard: true,
    }).setView([30, 15], 2);
    this.#spots = L.layerGroup().addTo(this.#map);
    this.#labels = L.layerGroup().addTo(this.#map);
    this.#map.on('zoomend moveend', () => this.#label());
    countries(this.#signal).then(features => {
      if (!this.#signal.aborted) {
        L.geoJSON(features, { interactive: false, style: { className: 'land' } }).addTo(this.#map);
        this.#draw();
      }
    }).catch(() => fill(this.note, 'The outlines could not be loaded; the places are right without them.'));
    await askEvery(REFRESH, () => this.#load(), fault => fill(this.note, fault.message), this.#signal);
    if (this.#chosen) {
      await this.#choose(this.#chosen, false);
    }
  }

  #choice(label, choices, chosen, choose) {
    const buttons = choices.map(([value, name]) => h(
      'button', { type: 'button', 'aria-pressed': String(value === chosen), onclick: event => {
        choose(value);
        buttons.forEach(button => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
        this.#address();
        this.#fitted = false;
        this.#load().catch(fault => fill(this.note, fault.message));
      } }, name));
    return h('div', { class: 'choice', role: 'group', 'aria-label': label }, h('span', { 'aria-hidden': 'true' }, label), buttons);
  }

  #address() {
    const query = new URLSearchParams({ window: this.window, by: this.by });
    if (this.#chosen) {
      query.set('place', this.#chosen);
    }
    requery(query);
  }

  async #load() {
    const answer = await ask('/api/map', { window: this.window, by: this.by }, this.#signal);
    this.#points = answer.places;
    this.#draw();
    if (!this.#fitted && this.#points.length > 0) {
      this.#fitted = true;
      this.#fit();
    }
    const claims = this.#points.reduce((sum, each) => sum + each.tally.claims, 0);
    fill(this.note, this.#points.length > 0
      ? `${count(claims, 'claim')} at ${count(this.#points.length, 'place')}`
      : 'No claim about a place in this time. Try a longer one.');
    fill(this.list, this.#points.slice(0, 200).map(each => this.#item(each)));
  }

  #fit() {
    if (this.#points.length > 0) {
      // The middle of a large country says little about where things happen.
      const exact = this.#points.filter(({ tally: { place } }) => place.precision !== 'COUNTRY');
      const most = (exact.length > 0 ? exact : this.#points).slice(0, 60)
        .map(({ tally: { place } }) => [place.latitude, place.longitude]);
      this.#map.fitBounds(most, { padding: [50, 50], maxZoom: 6, animate: false });
    } else {
      this.#map.setView([30, 15], 2, { animate: false });
    }
  }

  #draw() {
    const { L } = globalThis;
    const focused = document.activeElement?.dataset?.place;
    this.#spots.clearLayers();
    // The small ones last, so that none lies hidden under a large one.
    for (const point of this.#points) {
      const { tally } = point;
      const spot = L.circleMarker([tally.place.latitude, tally.place.longitude], {
        radius: radius(tally.claims), className: `spot ${heat(point)}`, weight: 1.5, bubblingMouseEvents: false,
      });
      spot.bindTooltip(h('span', {}, quoted(placeName(tally.place)), ` · ${summary(point)}`), { direction: 'top' });
      spot.on('click', () => this.#choose(tally.place.id, true));
      spot.addTo(this.#spots);
      this.#reachable(spot.getElement(), point, focused);
    }
    this.#label();
  }

  #reachable(element, point, focused) {
    const { place } = point.tally;
    element.setAttribute('tabindex', '0');
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', `${placeName(place)}: ${summary(point)}`);
    element.dataset.place = place.id;
    element.addEventListener('keydown', event => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        event.stopPropagation();
        this.#choose(place.id, true);
      }
    });
    if (focused === place.id) {
      element.focus({ preventScroll: true });
    }
  }

  // Names of the largest places, as far as they do not cover one another.
  #label() {
    const { L } = globalThis;
    this.#labels.clearLayers();
    const taken = [];
    const bounds = this.#map.getBounds();
    for (const { tally: { place, claims } } of this.#points) {
      if (taken.length >= MOST_LABELS) {
        return;
      }
      const at = [place.latitude, place.longitude];
      if (!bounds.contains(at)) {
        continue;
      }
      const point = this.#map.latLngToContainerPoint(at);
      const left = point.x + radius(claims) + 4;
      const box = { left, right: left + place.name.length * 7 + 8, top: point.y - 10, bottom: point.y + 10 };
      if (taken.every(other => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom)) {
        taken.push(box);
        this.#labels.addLayer(L.tooltip({
          permanent: true, direction: 'right', offset: [radius(claims), 0], className: 'spot-name', interactive: false,
        }).setLatLng(at).setContent(quoted(place.name)));
      }
    }
  }

  #item(point) {
    const { place } = point.tally;
    return h('li', {}, h(
      'button', {
        type: 'button', class: `spot-item ${heat(point)}`, 'aria-pressed': String(place.id === this.#chosen),
        'data-place': place.id, onclick: () => this.#choose(place.id, true),
      },
      h('span', { class: 'spot-dot', 'aria-hidden': 'true' }),
      h('span', { class: 'spot-where', title: placeName(place) }, quoted(shortPlaceName(place))),
      h('span', { class: 'spot-count' }, summary(point))));
  }

  async #choose(id, move) {
    this.#chosen = id;
    this.#address();
    for (const button of this.list.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.dataset.place === id));
    }
    try {
      const answer = await ask(`/api/places/${encodeURIComponent(id)}`, {}, this.#signal);
      this.panel.hidden = false;
      fill(this.panel, placePanel(answer, () => this.#unchoose()));
      if (move) {
        this.panel.querySelector('h2').focus();
      }
    } catch (fault) {
      if (fault.name !== 'AbortError') {
        this.panel.hidden = false;
        fill(this.panel, h('p', { role: 'alert' }, fault.message));
      }
    }
  }

  #unchoose() {
    const id = this.#chosen;
    this.#chosen = null;
    this.#address();
    this.panel.hidden = true;
    for (const button of this.list.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', 'false');
      if (button.dataset.place === id) {
        button.focus();
      }
    }
  }
}

function radius(claims) {
  return Math.min(34, 5 + 2.6 * Math.sqrt(claims));
}

function heat({ tally, contested }) {
  const share = tally.disputed / tally.claims;
  if (share >= 0.34) {
    return 'heat-hot';
  }
  return share > 0 || contested ? 'heat-warm' : 'heat-calm';
}

function summary({ tally }) {
  const disputed = tally.disputed > 0 ? `, ${tally.disputed.toLocaleString('en')} disputed` : '';
  return count(tally.claims, 'claim') + disputed;
}

function legend() {
  const entry = (kind, text) => h('span', { class: `legend-entry ${kind}` }, h('span', { class: 'spot-dot', 'aria-hidden': 'true' }), text);
  return h('p', { class: 'legend' },
    entry('heat-calm', 'undisputed'), entry('heat-warm', 'some dispute'), entry('heat-hot', 'a third or more disputed'));
}
