// Who claims what of a place, side by side.

import { h, quoted } from './dom.js';
import { badge, stance } from './badge.js';
import { claimAddress, entity, source } from './links.js';
import { time, days } from './time.js';

const KINDS = { CONTROL: 'Who holds it', CASUALTIES: 'Casualties', OCCURRENCE: 'What happened', UNKNOWN: 'Claims' };

/** All contests of a place. */
export function standing({ contests }) {
  return h('div', { class: 'contests' }, contests.map(contest));
}

function contest({ kind, topic, summary, contested, claims }) {
  const topical = kind === 'CASUALTIES' && topic ? `: ${topic}` : '';
  return h(
    'section', { class: `contest${contested ? ' is-contested' : ''}` },
    h('h3', {}, `${KINDS[kind] ?? kind}${topical}`, ' ',
      contested && h('span', { class: 'badge badge-disputed' }, h('span', { 'aria-hidden': 'true' }, '≠ '), 'contested')),
    summary && kind === 'OCCURRENCE' && h('p', { class: 'contest-summary' }, quoted(summary)),
    h('ul', { class: 'sides' }, claims.map(side)));
}

function side(claim) {
  return h(
    'li', { class: `side side-${claim.verdict.toLowerCase()}` },
    h('p', { class: 'side-who' },
      claim.claimant ? entity(claim.claimantId, claim.claimant) : h('span', { class: 'unnamed' }, 'nobody named'),
      ' ', stance(claim.polarity, claim.hedge)),
    claim.quantity && h('p', { class: 'side-number' }, quoted(claim.quantity.text)),
    h('p', { class: 'side-what' }, h('a', { href: claimAddress(claim.claimId) }, quoted(claim.content))),
    h('p', { class: 'side-foot' },
      badge(claim.verdict), ' ', time(claim.eventTime, 'Published '),
      claim.source && [' · ', source(claim.source)],
      claim.from && h('span', { class: 'about-day' }, ` · about ${days(claim.from, claim.to)}`)));
}
