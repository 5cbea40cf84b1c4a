// Everything about one claim.

import { h, fill, quoted, outside } from './dom.js';
import { ask } from './api.js';
import { title } from './router.js';
import { badge, stance } from './badge.js';
import { claimAddress, claimant, entity, place, source } from './links.js';
import { excerptView, markLegend, sentenceView } from './excerpt.js';
import { compare } from './diff.js';
import { timeline } from './timeline.js';
import { time, days } from './time.js';
import { count, words } from './text.js';

export const claim = { name: 'claim', title: 'Claim', show };

async function show(main, { id }, signal) {
  const detail = await ask(`/api/claims/${encodeURIComponent(id)}`, {}, signal);
  const { claim: card } = detail.summary;
  title(`${card.claimant ?? 'Claim'}: ${card.content.slice(0, 60)}`);
  fill(
    main,
    head(detail),
    h('div', { class: 'claim-grid' },
      h('div', {}, article(detail), nearest(detail), carriers(detail)),
      h('aside', { 'aria-label': 'About this claim' }, attribution(detail.record), facts(detail), reasons(detail.record))));
}

function head({ summary: { claim: card, retracted } }) {
  return h(
    'header', { class: 'claim-head' },
    h('p', { class: 'claim-head-badges' }, badge(card.verdict), retracted && card.verdict !== 'RETRACTED' && badge('RETRACTED')),
    h('h1', { tabindex: '-1' },
      claimant(card), card.role && h('span', { class: 'claim-role' }, ' ', quoted(card.role)), ' ',
      h('span', { class: 'claim-cue' }, quoted(card.cue ?? 'is quoted'))),
    h('p', { class: 'claim-quote' }, stance('AFFIRMED', card.hedge), ' ', quoted(card.content)));
}

function section(name, ...children) {
  const id = `part-${name.toLowerCase().replaceAll(/\W+/g, '-')}`;
  return h('section', { class: 'part', 'aria-labelledby': id }, h('h2', { id }, name), children);
}

function article({ record, excerpt }) {
  const { article: about } = record;
  const headline = about.title ?? about.url ?? 'Untitled';
  return section(
    'In the article',
    h('p', { class: 'article-line' },
      h('strong', {}, outside(about.url, quoted(headline.slice(0, 400)))),
      h('br'), about.source ? source(about.source) : 'source not stated', ' · ', time(about.published ?? about.eventTime, 'Published '),
      about.backfill && ' · backfill'),
    excerpt ? excerptView(excerpt, record.claim) : sentenceView(record.claim),
    !excerpt && h('p', { class: 'note' }, 'The whole article is no longer held; this is its sentence.'),
    markLegend(record.claim));
}

function nearest({ record }) {
  const { nearest: earlier } = record;
  if (!earlier) {
    return section('Nearest earlier claim', h('p', { class: 'note' }, 'None: nobody was seen to claim this before.'));
  }
  const now = record.claim.content.map(span => span.text).join(' ');
  const [left, right] = compare(earlier.content, now);
  return section(
    'Nearest earlier claim',
    h('div', { class: 'versus' },
      h('div', { class: 'versus-side' },
        h('h3', {}, 'Earlier: ', earlier.claimant ? entity(earlier.claimantId, earlier.claimant) : 'nobody named', ' ', stance(earlier.polarity, earlier.hedge)),
        h('p', {}, left),
        h('p', { class: 'side-foot' }, time(earlier.eventTime, 'Published '), earlier.source && [' · ', source(earlier.source)],
          ' · ', h('a', { href: claimAddress(earlier.claimId) }, 'open'))),
      h('div', { class: 'versus-side' },
        h('h3', {}, 'This claim ', stance(record.claim.polarity, record.claim.hedge)),
        h('p', {}, right))),
    record.differences.length > 0 && h('table', { class: 'differences' },
      h('caption', {}, `What differs (${words(record.relation)})`),
      h('thead', {}, h('tr', {}, ['What', 'Earlier', 'Here'].map(each => h('th', { scope: 'col' }, each)))),
      h('tbody', {}, record.differences.map(each => h('tr', {},
        h('th', { scope: 'row' }, words(each.kind)),
        h('td', {}, each.earlier === null ? '–' : quoted(each.earlier)),
        h('td', {}, each.later === null ? '–' : quoted(each.later)))))));
}

function attribution({ claim: made, article: about }) {
  const steps = [];
  if (about.source) {
    steps.push(h('li', {}, h('span', { class: 'chain-what' }, 'outlet'), source(about.source)));
  }
  for (const each of [...made.chain].reverse()) {
    steps.push(h('li', {}, h('span', { class: 'chain-what' }, 'reports'), entity(each.entityId, each.name ?? each.text)));
  }
  const who = made.claimant;
  steps.push(h('li', {},
    h('span', { class: 'chain-what' }, made.cue ? quoted(made.cue.text) : 'quoted'),
    who ? entity(who.entityId, who.name ?? who.text) : h('span', { class: 'unnamed' }, 'nobody named'),
    who?.role && h('span', { class: 'claim-role' }, ' ', quoted(who.role)),
    who?.anonymous && h('span', { class: 'claim-role' }, ' name kept back')));
  return section('Chain of attribution', h('ol', { class: 'chain' }, steps));
}

function facts({ summary: { claim: card }, proposition }) {
  const rows = [
    ['Place', card.place && place(card.place)],
    ['About', days(card.from, card.to)],
    ['Given', words(card.kind)],
    ['Came in', time(card.arrived, 'Out of the ledger ')],
    ['Stands as', proposition && badge(proposition.status)],
    ['Claimants', proposition && count(proposition.independentClaimants, 'independent one')],
    ['Against it', proposition && count(proposition.denials, 'claim')],
    ['Copies', proposition && String(proposition.copies)],
    ['Outlets', proposition && String(proposition.sources)],
  ];
  return section('Facts', h('dl', { class: 'facts' },
    rows.filter(([, value]) => value).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))));
}

function reasons({ reasons: why }) {
  return why.length > 0 && section('Why this verdict', h('ul', { class: 'reasons' }, why.map(each => h('li', {}, quoted(each)))));
}

function carriers({ record, proposition, articles }) {
  const claims = proposition?.claims ?? [];
  if (claims.length === 0) {
    return section('Articles that carry it', h('p', { class: 'note' }, 'Only this one is known.'));
  }
  return section(
    'Articles that carry it',
    timeline(claims, record.claim.id),
    h('ol', { class: 'carriers' }, claims.map(each => {
      const about = articles[each.articleId];
      return h('li', { class: each.claimId === record.claim.id ? 'is-chosen' : '' },
        h('div', { class: 'carrier-line' }, badge(each.verdict), ' ',
          each.claimant ? entity(each.claimantId, each.claimant) : h('span', { class: 'unnamed' }, 'nobody named'),
          ' ', stance(each.polarity, each.hedge), each.copyOf && h('span', { class: 'stance' }, 'copy'),
          each.retracted && badge('RETRACTED')),
        h('div', {}, h('a', { href: claimAddress(each.claimId) }, quoted(each.content))),
        h('div', { class: 'side-foot' }, time(each.eventTime, 'Published '), each.source && [' · ', source(each.source)],
          (about?.title || each.url) && [' · ', outside(about?.url ?? each.url, quoted(about?.title ?? each.url))]));
    })),
    proposition.claimCount > claims.length && h('p', { class: 'note' }, `${proposition.claimCount - claims.length} older ones are no longer listed.`));
}
