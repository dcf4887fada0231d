// What a page should never do, written down as it happens.

/** Watches every page of a context and adds to `problems`. */
export async function watch(context, base, problems) {
  await context.exposeBinding('reportBreachOfPolicy', ({ page }, breach) => {
    problems.add(`content security policy at ${page.url()}: ${breach}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.reportBreachOfPolicy(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });

  context.on('request', (request) => {
    const url = new URL(request.url());
    // Chromium shows a PDF with pages of its own, which lie in the browser.
    const inside = ['data:', 'blob:', 'chrome:', 'chrome-extension:'].includes(url.protocol);
    if (url.origin !== base && !inside) problems.add(`a request to another host: ${request.url()}`);
  });

  // A refused form is a page with a status of 4xx, which the browser reports on the console too;
  // the journey itself asserts what such a page says.
  const refusedPages = new Set();
  context.on('response', (response) => {
    const request = response.request();
    if (response.status() >= 500) problems.add(`${response.status()} at ${request.method()} ${request.url()}`);
    const isPage = request.isNavigationRequest() && request.frame().parentFrame() === null;
    if (isPage && response.status() >= 400 && response.status() < 500) refusedPages.add(request.url());
  });

  context.on('console', (message) => {
    if (message.type() !== 'error') return;
    const { url } = message.location();
    if (refusedPages.has(url) && message.text().startsWith('Failed to load resource')) return;
    problems.add(`console at ${message.page()?.url()}: ${message.text()} (${url})`);
  });
  context.on('weberror', (fault) => {
    problems.add(`script at ${fault.page()?.url()}: ${fault.error().message}`);
  });
}
