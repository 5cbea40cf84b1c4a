// The filter of the feed: a form, and the query of the address, which always say the same.

import { h, fill } from './dom.js';
import { VERDICTS, sign } from './badge.js';

const TEXTS = [
  ['text', 'Words', 'in claim, headline, names'],
  ['place', 'Place', 'Bakhmut, UA'],
  ['claimant', 'Claimant', 'who says it'],
  ['source', 'Source', 'outlet'],
];
const OTHERS = ['entity', 'proposition'];
const PAUSE = 250;

/** Returns the filter that an address has, without empty parts. */
export function read(query) {
  const filter = new URLSearchParams();
  for (const name of ['verdict', ...TEXTS.map(([name]) => name), ...OTHERS]) {
    const value = query.get(name)?.trim();
    if (value) {
      filter.set(name, value);
    }
  }
  return filter;
}

/** The form; calls changed(filter) when somebody wants another. */
export function filterForm(filter, changed) {
  let timer = 0;
  const current = () => {
    const next = new URLSearchParams();
    const verdicts = VERDICTS.filter(each => buttons.get(each).getAttribute('aria-pressed') === 'true');
    if (verdicts.length > 0) {
      next.set('verdict', verdicts.join(','));
    }
    for (const [name] of TEXTS) {
      const value = inputs.get(name).value.trim();
      if (value) {
        next.set(name, value);
      }
    }
    for (const name of OTHERS) {
      if (filter.has(name)) {
        next.set(name, filter.get(name));
      }
    }
    return next;
  };
  const soon = wait => {
    clearTimeout(timer);
    timer = setTimeout(() => changed(current()), wait);
  };

  const chosen = (filter.get('verdict') ?? '').toUpperCase().split(',');
  const buttons = new Map(VERDICTS.map(verdict => [verdict, toggle(verdict, chosen.includes(verdict), soon)]));
  const inputs = new Map(TEXTS.map(([name, , hint]) => [name, h('input', {
    type: 'search', id: `filter-${name}`, name, autocomplete: 'off', spellcheck: 'false',
    placeholder: hint, maxlength: 200, oninput: () => soon(PAUSE),
  })]));
  for (const [name, input] of inputs) {
    input.value = filter.get(name) ?? '';
  }
  const pinned = OTHERS.filter(name => filter.has(name)).map(name => h(
    'button', {
      type: 'button', class: 'chip', onclick: event => {
        filter.delete(name);
        event.currentTarget.remove();
        soon(0);
      },
    },
    `only one ${name} `, h('span', { 'aria-hidden': 'true' }, '✕'), h('span', { class: 'only-heard' }, 'remove')));

  const form = h(
    'form', { class: 'filters', role: 'search', 'aria-label': 'Filter claims', onsubmit: event => {
      event.preventDefault();
      soon(0);
    } },
    h('div', { class: 'toggles', role: 'group', 'aria-label': 'Verdicts' }, [...buttons.values()], pinned),
    h('div', { class: 'fields' },
      TEXTS.map(([name, label]) => h(
        'div', { class: 'field' }, h('label', { for: `filter-${name}` }, label), inputs.get(name))),
      h('button', { type: 'button', class: 'quiet clear', onclick: () => {
        buttons.forEach(button => button.setAttribute('aria-pressed', 'false'));
        inputs.forEach(input => { input.value = ''; });
        OTHERS.forEach(name => filter.delete(name));
        form.querySelectorAll('.chip').forEach(chip => chip.remove());
        soon(0);
      } }, 'Clear')));
  return form;
}

function toggle(verdict, pressed, soon) {
  return h(
    'button', {
      type: 'button', class: `toggle toggle-${verdict.toLowerCase()}`, 'aria-pressed': String(pressed),
      onclick: event => {
        const button = event.currentTarget;
        button.setAttribute('aria-pressed', String(button.getAttribute('aria-pressed') !== 'true'));
        soon(0);
      },
    },
    h('span', { 'aria-hidden': 'true' }, sign(verdict)), ' ',
    verdict.charAt(0) + verdict.slice(1).toLowerCase());
}

/** Wraps the form so that it folds away where there is little room. */
export function folded(form, active) {
  const summary = h('summary', {}, 'Filter');
  const details = h('details', { class: 'fold' }, summary, form);
  const narrow = matchMedia('(max-width: 720px)');
  const adapt = () => {
    details.open = !narrow.matches || active();
  };
  narrow.addEventListener('change', adapt);
  adapt();
  return { details, mark: number => fill(summary, 'Filter', number ? ` (${number})` : '') };
}
