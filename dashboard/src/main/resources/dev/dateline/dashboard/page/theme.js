// Light and dark: the system's choice until somebody makes another.

import { fill } from './dom.js';

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

/** Makes the button change the colours, and remember them. */
export function wireTheme(button) {
  const label = () => fill(button, isDark() ? 'Light' : 'Dark');
  button.addEventListener('click', () => {
    const next = isDark() ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    try {
      localStorage.setItem('dateline-theme', next);
    } catch {
      // Then it lasts as long as the page.
    }
    label();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', label);
  label();
}
