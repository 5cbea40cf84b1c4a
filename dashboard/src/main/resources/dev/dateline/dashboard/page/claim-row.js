// One claim as one row.

import { h, quoted } from './dom.js';
import { badge, stance } from './badge.js';
import { claimAddress, claimant, place, source } from './links.js';
import { time } from './time.js';

/**
 * A row of the feed, or of a list on another page.
 * @param listed a claim, and whether it was taken back
 * @param tag element of the row
 * @param linkAttributes attributes of every link in it
 */
export function claimRow({ claim, retracted }, tag = 'article', linkAttributes = {}) {
  const taken = retracted && claim.verdict !== 'RETRACTED';
  return h(
    tag, { class: `claim claim-${claim.verdict.toLowerCase()}${retracted ? ' is-retracted' : ''}` },
    h('div', { class: 'claim-verdict' }, badge(claim.verdict), taken && badge('RETRACTED')),
    h('div', { class: 'claim-body' },
      h('p', { class: 'claim-who' },
        claimant(claim, { class: 'claim-claimant', ...linkAttributes }),
        claim.role && h('span', { class: 'claim-role' }, ' ', quoted(claim.role)),
        claim.anonymous && h('span', { class: 'claim-role' }, ' unnamed'),
        ' ', stance(claim.polarity, claim.hedge)),
      h('p', { class: 'claim-what' },
        h('a', { href: claimAddress(claim.id), class: 'claim-link', ...linkAttributes }, quoted(claim.content)))),
    h('div', { class: 'claim-where' },
      claim.place ? place(claim.place, linkAttributes) : h('span', { class: 'unnamed' }, '–')),
    h('div', { class: 'claim-when' }, time(claim.article.eventTime, 'Published ')),
    h('div', { class: 'claim-source' },
      claim.article.source
        ? source(claim.article.source, { ...linkAttributes, title: claim.article.title ?? '' })
        : h('span', { class: 'unnamed' }, 'no source')));
}

/** A list of claims, not a stream. */
export function claimList(listed, empty) {
  if (listed.length === 0) {
    return h('p', { class: 'empty' }, empty);
  }
  return h('ul', { class: 'claims' }, listed.map(each => claimRow(each, 'li')));
}
