const quietMs = 700;
const longestMs = 10_000;

/** While a form is on its way: no second sending, and a sign after a moment that something is happening. */
export function showSending(root: Document): void {
  let timer = 0;
  const done = () => {
    clearTimeout(timer);
    root.documentElement.classList.remove('is-waiting');
    for (const form of root.querySelectorAll('form[aria-busy]')) form.removeAttribute('aria-busy');
  };
  root.addEventListener('submit', (event) => {
    const form = event.target as Element;
    if (event.defaultPrevented || form.getAttribute('method') !== 'post') return;
    if (form.hasAttribute('aria-busy')) {
      event.preventDefault();
      return;
    }
    form.setAttribute('aria-busy', 'true');
    timer = window.setTimeout(() => root.documentElement.classList.add('is-waiting'), quietMs);
    // An answer that is a file leaves this page standing.
    window.setTimeout(done, longestMs);
  });
  window.addEventListener('pageshow', done);
}
