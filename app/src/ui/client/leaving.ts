const channel = 'concord-lock';

/** Whoever signs out leaves nothing that this browser kept for the visit, in this tab and in others. */
export function forgetOnLeaving(root: Document, store: Storage): void {
  root.addEventListener('submit', (event) => {
    const form = event.target as Element;
    if (!form.getAttribute('action')?.startsWith('/sign-out')) return;
    store.clear();
    new BroadcastChannel(channel).postMessage('left');
  });
  new BroadcastChannel(channel).addEventListener('message', () => store.clear());
}
