// Not a module, so that it runs before anything is drawn and before any library.
(() => {
  // No string becomes markup on this page. The one exception is what Leaflet tries a browser with.
  globalThis.trustedTypes?.createPolicy('default', {
    createHTML: text => (text === '<svg/>' ? text : null),
  });
  let chosen = null;
  try {
    chosen = localStorage.getItem('dateline-theme');
  } catch {
    // Storage may be forbidden; the system's colours are used then.
  }
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
