// What the ledger finds, as a word with a sign and a colour.

import { h } from './dom.js';

export const VERDICTS = ['NEW', 'CORROBORATED', 'DISPUTED', 'UPDATED', 'RETRACTED', 'REPEATED'];

const SIGNS = {
  NEW: '●', CORROBORATED: '✓', DISPUTED: '≠', UPDATED: '↑', RETRACTED: '✕', REPEATED: '↻',
  CLAIMED: '●', SUPERSEDED: '↑', UNKNOWN: '?',
};

const MEANINGS = {
  NEW: 'Nobody had claimed it before',
  CORROBORATED: 'Claimed independently by somebody else too',
  DISPUTED: 'A denial or an incompatible value meets it',
  UPDATED: 'A later value of a developing fact',
  RETRACTED: 'Taken back by its source',
  REPEATED: 'The same claimant again, or a copy',
  CLAIMED: 'Claimed by one claimant, undisputed',
  SUPERSEDED: 'A later value took its place',
  UNKNOWN: 'Not judged',
};

/** A verdict or a status as a badge. */
export function badge(verdict) {
  return h(
    'span', { class: `badge badge-${verdict.toLowerCase()}`, title: MEANINGS[verdict] ?? '' },
    h('span', { class: 'badge-sign', 'aria-hidden': 'true' }, SIGNS[verdict] ?? '?'),
    verdict.charAt(0) + verdict.slice(1).toLowerCase());
}

/** The sign alone. */
export function sign(verdict) {
  return SIGNS[verdict] ?? '?';
}

/** "denies", "says", "may": how a claim is made. */
export function stance(polarity, hedge) {
  const parts = [];
  if (polarity === 'DENIED') {
    parts.push(h('span', { class: 'stance stance-denied' }, 'denies'));
  }
  if (hedge === 'POSSIBLE') {
    parts.push(h('span', { class: 'stance' }, 'possibly'));
  } else if (hedge === 'REPORTED') {
    parts.push(h('span', { class: 'stance' }, 'reportedly'));
  }
  return parts;
}
