// Makes elements. Text only ever becomes text nodes: there is no way here to put in markup.

import { clean, clip } from './text.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Makes an HTML element.
 * @param properties attributes; `class`; `on…` for listeners; null and false are left out
 * @param children elements, or anything else, which becomes text; null is left out
 */
export function h(tag, properties = {}, ...children) {
  return finish(document.createElement(tag), properties, children);
}

/** Makes an SVG element likewise. */
export function s(tag, properties = {}, ...children) {
  return finish(document.createElementNS(SVG, tag), properties, children);
}

function finish(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child instanceof Node) {
      element.append(child);
    } else if (child !== null && child !== undefined && child !== false) {
      element.append(document.createTextNode(clean(child)));
    }
  }
}

/** Puts these children in the place of all there are. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** Text from outside: kept apart from the direction of the text around it, and cut where it is endless. */
export function quoted(text) {
  return h('bdi', {}, clip(text));
}

/** A link to a web page; plain text where the address is not one. */
export function outside(address, ...children) {
  const url = webAddress(address);
  if (!url) {
    return h('span', {}, ...children);
  }
  return h('a', { href: url, rel: 'noopener noreferrer nofollow', target: '_blank' }, ...children);
}

/** Returns the address when it is http or https, else null. */
export function webAddress(address) {
  if (!address) {
    return null;
  }
  try {
    const url = new URL(address);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
  } catch {
    return null;
  }
}
