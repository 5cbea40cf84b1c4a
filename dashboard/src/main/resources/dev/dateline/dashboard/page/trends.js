// What is named more than its own past leads one to expect.

import { h, fill, quoted } from './dom.js';
import { askEvery, ask } from './api.js';
import { requery } from './router.js';
import { sparkline } from './spark.js';
import { words } from './text.js';

const WINDOWS = [['quarter_hour', '15 minutes'], ['hour', 'Hour'], ['day', 'Day']];
const KINDS = [['', 'All'], ['entity', 'Entities'], ['place', 'Places'], ['claimant', 'Claimants']];

export const trends = { name: 'trends', title: 'Trends', show };

async function show(main, parameters, signal) {
  const query = new URLSearchParams(location.search);
  const chosen = { window: query.get('window') ?? 'hour', kind: query.get('kind') ?? '' };
  const rows = h('tbody', {});
  const note = h('p', { class: 'note', role: 'status' });
  const load = async () => {
    const { trends: rising } = await ask('/api/trends', { ...chosen, limit: 100 }, signal);
    fill(rows, rising.map(row));
    fill(note, rising.length === 0 ? 'Nothing is counted yet in windows of this size.' : '');
  };
  const choice = (label, name, choices) => {
    const buttons = choices.map(([value, text]) => h('button', {
      type: 'button', 'aria-pressed': String(value === chosen[name]), onclick: event => {
        chosen[name] = value;
        buttons.forEach(button => button.setAttribute('aria-pressed', String(button === event.currentTarget)));
        requery(new URLSearchParams(Object.entries(chosen).filter(([, each]) => each)));
        load().catch(fault => fill(note, fault.message));
      },
    }, text));
    return h('div', { class: 'choice', role: 'group', 'aria-label': label }, h('span', { 'aria-hidden': 'true' }, label), buttons);
  };
  fill(
    main,
    h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, 'Trends'), choice('Window', 'window', WINDOWS), choice('Kind', 'kind', KINDS)),
    note,
    h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': 'Trends' }, h('table', { class: 'wide' },
      h('thead', {}, h('tr', {}, ['Name', 'Kind', 'Latest windows', 'Now', 'Expected', 'Score', 'Window'].map(each => h('th', { scope: 'col' }, each)))),
      rows)));
  await askEvery(15_000, load, fault => fill(note, fault.message), signal);
}

function row(each) {
  return h(
    'tr', {},
    h('th', { scope: 'row' }, link(each), each.firstSeen && h('span', { class: 'badge badge-new' }, 'first seen')),
    h('td', {}, words(each.kind)),
    h('td', {}, sparkline(each.points, `${each.points.length} windows, the last has ${each.count}`)),
    h('td', { class: 'number' }, each.count.toLocaleString('en')),
    h('td', { class: 'number' }, each.expected === null ? '–' : each.expected.toFixed(1)),
    h('td', { class: `number${each.score >= 3 ? ' is-high' : ''}` }, each.score === null ? '–' : each.score.toFixed(1)),
    h('td', { class: 'window' }, `${each.windowStart.slice(0, 10)} ${each.windowStart.slice(11, 16)} UTC`));
}

function link({ kind, id, name }) {
  if (kind === 'PLACE') {
    return h('a', { href: `/places/${encodeURIComponent(id)}` }, quoted(name));
  }
  if (id.startsWith('claimant:')) {
    return h('a', { href: `/?claimant=${encodeURIComponent(name)}` }, quoted(name));
  }
  return h('a', { href: `/entities/${encodeURIComponent(id)}` }, quoted(name));
}
