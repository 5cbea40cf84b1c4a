// Links inside the page.

import { h, quoted } from './dom.js';
import { placeName } from './text.js';

export function claimAddress(id) {
  return `/claims/${encodeURIComponent(id)}`;
}

/** Whoever claims: a link where the entity is known. */
export function claimant(claim, attributes = {}) {
  if (!claim.claimant) {
    return h('span', { class: 'unnamed' }, 'nobody named');
  }
  return entity(claim.claimantId, claim.claimant, attributes);
}

export function entity(id, name, attributes = {}) {
  return id
    ? h('a', { href: `/entities/${encodeURIComponent(id)}`, ...attributes }, quoted(name))
    : h('span', attributes, quoted(name));
}

export function place(place, attributes = {}) {
  return h(
    'a', { href: `/places/${encodeURIComponent(place.id)}`, title: placeName(place), ...attributes },
    quoted(place.name));
}

export function source(name, attributes = {}) {
  return h('a', { href: `/?source=${encodeURIComponent(name)}`, ...attributes }, quoted(name));
}
