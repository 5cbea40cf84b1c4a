// Where articles come from, and what has fallen silent.

import { h, fill, quoted, outside } from './dom.js';
import { askEvery, ask } from './api.js';
import { bars } from './spark.js';
import { time } from './time.js';
import { source } from './links.js';
import { words } from './text.js';

export const sources = { name: 'sources', title: 'Sources', show };

async function show(main, parameters, signal) {
  const outlets = h('tbody', {});
  const feeds = h('tbody', {});
  const note = h('p', { class: 'note', role: 'status' });
  const feedPart = h('section', { class: 'part' }, h('h2', {}, 'Feeds'),
    table('Feeds', ['Feed', 'State', 'Last answer', 'Last new item', 'Asked next', 'Items a day'], feeds));
  fill(
    main,
    h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, 'Sources')), note,
    h('section', { class: 'part' }, h('h2', {}, 'Outlets'),
      table('Outlets', ['Outlet', 'Articles', 'Last 24 hours', 'Last came', 'Last published'], outlets)),
    feedPart);
  await askEvery(10_000, async () => {
    const answer = await ask('/api/sources', {}, signal);
    fill(outlets, answer.outlets.map(outlet));
    fill(feeds, answer.feeds.map(feed));
    feedPart.hidden = answer.feeds.length === 0;
    fill(note, answer.outlets.length === 0 ? 'No article has come yet that names its outlet.' : '');
  }, fault => fill(note, fault.message), signal);
}

function table(name, heads, rows) {
  return h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': name }, h('table', { class: 'wide' },
    h('thead', {}, h('tr', {}, heads.map(each => h('th', { scope: 'col' }, each)))), rows));
}

function outlet(each) {
  const today = each.hours.reduce((sum, number) => sum + number, 0);
  return h('tr', {},
    h('th', { scope: 'row' }, source(each.source)),
    h('td', { class: 'number' }, each.articles.toLocaleString('en')),
    h('td', {}, bars(each.hours, `${today} articles in the last 24 hours`)),
    h('td', {}, time(each.lastArrived, 'Came ')),
    h('td', {}, time(each.lastPublished, 'Published ')));
}

function feed(each) {
  const further = each.problems.filter(problem => problem !== each.health);
  return h('tr', {},
    h('th', { scope: 'row' }, outside(each.url, quoted(each.title ?? each.url))),
    h('td', { class: 'feed-state' }, h('span', { class: `badge health-${each.health.toLowerCase()}` }, words(each.health)),
      further.length > 0 && h('div', {}, further.map(words).join(', ')),
      each.message && h('div', { class: 'side-foot' }, quoted(each.message))),
    h('td', {}, time(each.lastAnswered)),
    h('td', {}, time(each.lastNew)),
    h('td', {}, each.nextDue ? (Date.parse(each.nextDue) > Date.now() ? until(each.nextDue) : 'now') : 'never'),
    h('td', { class: 'number' }, each.itemsPerDay === null ? '–' : each.itemsPerDay.toFixed(1)));
}

function until(instant) {
  const minutes = Math.ceil((Date.parse(instant) - Date.now()) / 60_000);
  return minutes < 120 ? `in ${minutes} min` : `in ${Math.round(minutes / 60)} h`;
}
