// How the pipeline does: how much comes, how long it takes, what is behind, what failed.

import { h, fill, quoted } from './dom.js';
import { askEvery, ask } from './api.js';
import { bars } from './spark.js';
import { span, time } from './time.js';
import { count, words } from './text.js';

const LATE = 30;
const SILENT = 20_000;

export const pipeline = { name: 'pipeline', title: 'Pipeline', show };

async function show(main, parameters, signal) {
  const tiles = h('div', { class: 'tiles' });
  const charts = h('div', { class: 'charts' });
  const lags = h('tbody', {});
  const letters = h('tbody', {});
  const note = h('div', { role: 'status' });
  const letterPart = h('section', { class: 'part' }, h('h2', {}, 'Dead letters'),
    table('Dead letters', ['When', 'Service', 'Stage', 'Record', 'Why'], letters));
  fill(
    main,
    h('div', { class: 'head' }, h('h1', { tabindex: '-1' }, 'Pipeline')), note, tiles, charts,
    h('section', { class: 'part' }, h('h2', {}, 'Consumers'),
      table('Consumers', ['Group', 'Topic', 'Behind', 'Records'], lags)),
    letterPart);
  await askEvery(5_000, async () => {
    const now = await ask('/api/pipeline', {}, signal);
    fill(tiles, figures(now));
    fill(charts, chart('Articles a minute', now.flow.articlesPerMinute), chart('Claims a minute', now.flow.claimsPerMinute));
    fill(lags, now.lags.map(lag));
    fill(letters, now.deadLetters.map(letter));
    letterPart.hidden = now.deadLetters.length === 0;
    fill(note, quiet(now) && h('p', { class: 'failure' }, 'Kafka does not answer',
      now.clusterAnswered && [' since ', time(now.clusterAnswered)], '. What is shown is from before.'));
  }, fault => fill(note, h('p', { class: 'failure' }, fault.message)), signal);
}

function quiet(now) {
  return !now.clusterAnswered || Date.parse(now.now) - Date.parse(now.clusterAnswered) > SILENT;
}

function table(name, heads, rows) {
  return h('div', { class: 'table-frame', tabindex: '0', role: 'region', 'aria-label': name }, h('table', { class: 'wide' },
    h('thead', {}, h('tr', {}, heads.map(each => h('th', { scope: 'col' }, each)))), rows));
}

function figures({ flow, lags, deadLetters, held, streams }) {
  const behind = Math.max(0, ...lags.map(each => each.seconds));
  const latency = milliseconds => (milliseconds === null ? '–' : span(milliseconds / 1000));
  return [
    tile(flow.articlesPerSecond.toFixed(1), 'articles a second', 'over the last minute'),
    tile(flow.claimsPerSecond.toFixed(1), 'claims a second', 'over the last minute'),
    tile(latency(flow.latencyP50Millis), 'from read to claim', `99 of 100 within ${latency(flow.latencyP99Millis)}`),
    tile(span(behind), 'behind', 'the slowest consumer', behind > LATE),
    tile(deadLetters.length.toLocaleString('en'), 'dead letters', 'among the latest held', deadLetters.length > 0),
    tile(held.claims.toLocaleString('en'), 'claims held', `${(held.claimBytes / 1048576).toFixed(1)} MiB, ${count(held.articles, 'article')}`),
    tile(String(streams.open), 'open pages', `${streams.dropped} dropped as too slow`),
  ];
}

function tile(number, name, more, bad = false) {
  return h('div', { class: `tile${bad ? ' is-bad' : ''}` },
    h('div', { class: 'tile-number' }, number), h('div', { class: 'tile-name' }, name), h('div', { class: 'tile-more' }, more));
}

function chart(name, numbers) {
  return h('figure', { class: 'chart' },
    h('figcaption', {}, name, h('span', { class: 'note' }, ` at most ${Math.max(...numbers).toLocaleString('en')}, last hour`)),
    bars(numbers, `${name} over the last hour, at most ${Math.max(...numbers)}`, 80, 600));
}

function lag(each) {
  return h('tr', {},
    h('th', { scope: 'row' }, each.group), h('td', {}, each.topic),
    h('td', { class: `number${each.seconds > LATE ? ' is-high' : ''}` }, each.seconds === 0 ? 'no' : span(each.seconds)),
    h('td', { class: 'number' }, each.records.toLocaleString('en')));
}

function letter(each) {
  return h('tr', {},
    h('td', {}, time(each.arrived)),
    h('td', {}, each.application), h('td', {}, words(each.stage || 'UNKNOWN')),
    h('td', {}, `${each.topic} ${each.partition}:${each.offset}, ${count(each.bytes, 'byte')}`),
    h('td', {}, h('strong', {}, each.cause), ' ', quoted(each.message)));
}
