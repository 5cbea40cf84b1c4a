// The page of an entity, and of a place.

import { h, fill, quoted, outside } from './dom.js';
import { ask } from './api.js';
import { title } from './router.js';
import { claimList } from './claim-row.js';
import { standing } from './standing.js';
import { daily } from './timeline.js';
import { time } from './time.js';
import { count, placeName, words } from './text.js';
import { source } from './links.js';

export const entity = { name: 'entities', kind: 'thing', title: 'Entity', show: showEntity };
export const place = { name: 'places', kind: 'thing', title: 'Place', show: showPlace };

async function showEntity(main, { id }, signal) {
  const answer = await ask(`/api/entities/${encodeURIComponent(id)}`, {}, signal);
  const { entity: about, by, about: of } = answer;
  title(about.name);
  fill(
    main, head(about.name, words(about.kind), about),
    h('div', { class: 'claim-grid' },
      h('div', {},
        part(`Claims by ${about.name}`, daily(by), claimList(by, 'None is held.')),
        part(`Claims about ${about.name}`, daily(of), claimList(of, 'None is held.'))),
      aside(about, answer.articles)));
}

async function showPlace(main, { id }, signal) {
  const answer = await ask(`/api/places/${encodeURIComponent(id)}`, {}, signal);
  const about = answer.place;
  const where = about.place;
  title(about.name);
  fill(
    main,
    head(where ? placeName(where) : about.name, where ? `${words(where.precision)} · ${coordinates(where)}` : 'Place', about),
    h('div', { class: 'claim-grid' },
      h('div', {},
        answer.standing && part('Who claims what', standing(answer.standing)),
        part('Claims about it', daily(answer.claims), claimList(answer.claims, 'None is held.'))),
      aside(about, answer.articles, where && h('p', {}, h('a', { href: `/map?window=all&place=${encodeURIComponent(where.id)}` }, 'Show on the map')))));
}

function coordinates({ latitude, longitude }) {
  return `${Math.abs(latitude).toFixed(2)}° ${latitude < 0 ? 'S' : 'N'}, ${Math.abs(longitude).toFixed(2)}° ${longitude < 0 ? 'W' : 'E'}`;
}

function head(name, kind, about) {
  return h(
    'header', { class: 'thing-head' },
    h('p', { class: 'kicker' }, kind),
    h('h1', { tabindex: '-1' }, quoted(name)),
    h('p', { class: 'note' }, `named in ${count(about.articles, 'article')}`,
      about.lastSeen && [', last ', time(about.lastSeen, 'Published ')]));
}

function part(name, ...children) {
  return h('section', { class: 'part' }, h('h2', {}, quoted(name)), children);
}

function aside(about, articles, ...more) {
  return h(
    'aside', { 'aria-label': 'About the name' },
    more,
    part('Names seen', about.variants.length > 0 ? counts(about.variants) : h('p', { class: 'note' }, 'No article is held that names it.')),
    about.roles.length > 0 && part('Roles', counts(about.roles)),
    articles.length > 0 && part('Latest articles', h('ul', { class: 'articles' }, articles.map(each => h('li', {},
      outside(each.url, quoted(each.title ?? 'Untitled')),
      h('div', { class: 'side-foot' }, time(each.published ?? each.eventTime, 'Published '), each.source && [' · ', source(each.source)]))))));
}

function counts(all) {
  return h('ul', { class: 'counts' }, all.map(each => h('li', {}, quoted(each.text), ' ', h('span', { class: 'number' }, `×${each.count}`))));
}
