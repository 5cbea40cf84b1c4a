// A claim in its article, with what it is made of marked.

import { h } from './dom.js';
import { clean, clip } from './text.js';

const LABELS = { claimant: 'claimant', chain: 'reported by', cue: 'cue', content: 'what is claimed', quantity: 'number' };

/**
 * The text around a claim.
 * @param excerpt text, and the code points of the article that it covers
 * @param claim the claim, with the positions of its parts in code points
 */
export function excerptView(excerpt, claim) {
  const points = Array.from(excerpt.text);
  const marks = spans(claim).filter(mark => mark.end > excerpt.start && mark.start < excerpt.end);
  const edges = new Set([excerpt.start, excerpt.end]);
  for (const mark of marks) {
    edges.add(Math.max(mark.start, excerpt.start));
    edges.add(Math.min(mark.end, excerpt.end));
  }
  points.forEach((point, index) => {
    if (point === '\n') {
      edges.add(excerpt.start + index);
      edges.add(excerpt.start + index + 1);
    }
  });
  const sorted = [...edges].sort((one, other) => one - other);
  const paragraphs = [[]];
  for (let i = 0; i + 1 < sorted.length; i++) {
    const [from, to] = [sorted[i], sorted[i + 1]];
    const text = points.slice(from - excerpt.start, to - excerpt.start).join('');
    if (text === '\n') {
      paragraphs.push([]);
      continue;
    }
    const kinds = marks.filter(mark => mark.start <= from && mark.end >= to).map(mark => mark.kind);
    paragraphs.at(-1).push(piece(text, [...new Set(kinds)]));
  }
  const shown = paragraphs.filter(pieces => pieces.some(each => each.textContent.trim() !== ''));
  return h(
    'div', { class: 'excerpt', dir: 'auto' },
    excerpt.start > 0 && h('p', { class: 'cut', 'aria-hidden': 'true' }, '…'),
    shown.map(pieces => h('p', {}, pieces)),
    excerpt.end < excerpt.length && h('p', { class: 'cut', 'aria-hidden': 'true' }, '…'));
}

/** Without the article, its sentence alone. */
export function sentenceView(claim) {
  const sentence = claim.sentence ?? claim.content[0];
  const text = clip(sentence.text);
  return excerptView({ start: sentence.start, end: sentence.start + Array.from(text).length, length: 0, text }, claim);
}

function piece(text, kinds) {
  const inside = clean(text);
  if (kinds.length === 0) {
    return h('span', {}, inside);
  }
  return h(
    'mark', { class: kinds.map(kind => `mark-${kind}`).join(' '), title: kinds.map(kind => LABELS[kind]).join(', ') },
    inside);
}

function spans(claim) {
  const all = claim.content.map(span => ({ ...span, kind: 'content' }));
  if (claim.claimant) {
    all.push({ ...claim.claimant, kind: 'claimant' });
  }
  claim.chain.forEach(each => all.push({ ...each, kind: 'chain' }));
  if (claim.cue) {
    all.push({ ...claim.cue, kind: 'cue' });
  }
  claim.quantities.forEach(each => all.push({ ...each, kind: 'quantity' }));
  return all.filter(each => each.end > each.start);
}

/** What the marks mean, as far as the claim has them. */
export function markLegend(claim) {
  const kinds = [...new Set(spans(claim).map(each => each.kind))];
  return h('p', { class: 'mark-legend' },
    kinds.map(kind => h('mark', { class: `mark-${kind}` }, LABELS[kind])));
}
