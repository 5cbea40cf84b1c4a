// What is claimed of one place, beside the map.

import { h, quoted } from './dom.js';
import { place as placeLink } from './links.js';
import { placeName } from './text.js';
import { standing } from './standing.js';
import { claimList } from './claim-row.js';

const MOST = 12;

/** The panel; `close` takes it away. */
export function placePanel(answer, close) {
  const { place } = answer.place;
  const contests = answer.standing?.contests ?? [];
  return [
    h('div', { class: 'panel-head' },
      h('h2', { tabindex: '-1' }, quoted(place ? placeName(place) : answer.place.name)),
      h('button', { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: close }, '✕')),
    contests.length > 0
      ? standing(answer.standing)
      : h('p', { class: 'note' }, 'Nothing here is in contest. The latest claims:'),
    contests.length === 0 && claimList(answer.claims.slice(0, MOST), 'No claim is held about this place.'),
    place && h('p', {}, placeLink(place, { class: 'more' }), ' – everything about this place'),
  ];
}
