// Addresses and what is shown at them.

import { h, fill } from './dom.js';
import { Failure } from './api.js';

const routes = [];
let leaving = new AbortController();

/**
 * Shows a view at a path.
 * @param path like "/claims/:id"
 * @param view has name, title and show(main, parameters, signal)
 */
export function route(path, view) {
  routes.push({ parts: path.split('/').slice(1), view });
}

function match(pathname) {
  const given = pathname.split('/').slice(1);
  for (const { parts, view } of routes) {
    if (parts.length !== given.length) {
      continue;
    }
    const parameters = {};
    const fits = parts.every((part, index) => {
      if (part.startsWith(':')) {
        parameters[part.slice(1)] = decodeURIComponent(given[index]);
        return given[index] !== '';
      }
      return part === given[index];
    });
    if (fits) {
      return { view, parameters };
    }
  }
  return null;
}

async function show(focus) {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const main = document.getElementById('main');
  const found = match(location.pathname);
  for (const tab of document.querySelectorAll('.tabs a')) {
    const here = found && tab.dataset.view === found.view.name;
    tab.toggleAttribute('data-here', here);
    if (here) {
      tab.setAttribute('aria-current', 'page');
      tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    } else {
      tab.removeAttribute('aria-current');
    }
  }
  fill(main);
  main.className = found ? `view-${found.view.kind ?? found.view.name}` : '';
  scrollTo(0, 0);
  if (!found) {
    title('Not found');
    fill(main, h('h1', { tabindex: '-1' }, 'Nothing here'), h('p', {}, h('a', { href: '/' }, 'All claims')));
    return;
  }
  title(found.view.title);
  try {
    await found.view.show(main, found.parameters, signal);
  } catch (fault) {
    if (fault.name === 'AbortError' || signal.aborted) {
      return;
    }
    if (!(fault instanceof Failure)) {
      console.error(fault);
    }
    fill(main, failure(fault));
  }
  if (focus && !signal.aborted) {
    main.querySelector('h1')?.focus({ preventScroll: true });
  }
}

/** What is shown in place of a view that cannot be. */
export function failure(fault) {
  const known = fault instanceof Failure;
  return h(
    'div', { class: 'failure', role: 'alert' },
    h('h1', { tabindex: '-1' }, fault.status === 404 ? 'Not here' : 'Something went wrong'),
    h('p', {}, known ? fault.message : 'The page failed; the browser’s console says where.'),
    h('p', {}, h('a', { href: '/' }, 'All claims')));
}

export function title(text) {
  document.title = text ? `${text} · Dateline` : 'Dateline';
}

/** Goes to an address of the page. */
export function go(address) {
  history.pushState(null, '', address);
  show(true);
}

/** Changes the query of the present address without showing the view anew. */
export function requery(query) {
  const text = query.toString();
  history.replaceState(null, '', text ? `${location.pathname}?${text}` : location.pathname);
}

export function start() {
  document.addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.origin !== location.origin
        || link.getAttribute('href').startsWith('#') || link.pathname.startsWith('/api/')) {
      return;
    }
    event.preventDefault();
    go(link.pathname + link.search);
  });
  addEventListener('popstate', () => show(true));
  return show(false);
}

