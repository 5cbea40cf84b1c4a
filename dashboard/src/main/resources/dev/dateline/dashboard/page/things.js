// Lists of entities and places, to search.

import { h, fill, quoted } from './dom.js';
import { ask } from './api.js';
import { requery } from './router.js';
import { placeName, words } from './text.js';
import { time } from './time.js';

export const entities = { name: 'entities', title: 'Entities', show: (main, parameters, signal) => list(main, signal, 'Entities', 'entities', about => words(about.kind)) };
export const places = { name: 'places', title: 'Places', show: (main, parameters, signal) => list(main, signal, 'Places', 'places', about => (about.place ? words(about.place.precision) : '')) };

async function list(main, signal, name, path, kind) {
  const rows = h('tbody', {});
  const note = h('p', { class: 'note', role: 'status' });
  const search = h('input', { type: 'search', id: 'search-things', maxlength: 200, autocomplete: 'off', placeholder: 'part of a name' });
  search.value = new URLSearchParams(location.search).get('text') ?? '';
  fill(
    main,
    h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, name),
      h('div', { class: 'field' }, h('label', { for: 'search-things' }, 'Find'), search)),
    note,
    h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': name }, h('table', { class: 'wide' },
      h('thead', {}, h('tr', {}, ['Name', 'Kind', 'Articles', 'Also written', 'Last'].map(each => h('th', { scope: 'col' }, each)))), rows)));
  const load = async () => {
    const { things } = await ask(`/api/${path}`, { text: search.value.trim(), limit: 200 }, signal);
    fill(rows, things.map(about => h('tr', {},
      h('th', { scope: 'row' }, h('a', { href: `/${path}/${encodeURIComponent(about.id)}` }, quoted(about.place ? placeName(about.place) : about.name))),
      h('td', {}, kind(about)),
      h('td', { class: 'number' }, about.articles.toLocaleString('en')),
      h('td', { class: 'variants' }, about.variants.filter(each => each.text !== about.name).slice(0, 4).map((each, index) => [index > 0 && ' · ', quoted(each.text)])),
      h('td', {}, time(about.lastSeen, 'Published ')))));
    fill(note, things.length === 0 ? 'Nothing of that name.' : '');
  };
  let timer = 0;
  search.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const query = new URLSearchParams();
      if (search.value.trim()) {
        query.set('text', search.value.trim());
      }
      requery(query);
      load().catch(fault => fill(note, fault.message));
    }, 250);
  });
  signal.addEventListener('abort', () => clearTimeout(timer));
  await load();
}
