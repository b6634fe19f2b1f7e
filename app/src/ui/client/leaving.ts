const channel = 'concord-lock';
const prefix = 'concord-key:';

/** Keys that this browser keeps for the visit go with whoever signs out: in this tab and in others. */
export function forgetOnLeaving(root: Document, store: Storage): void {
  const forget = () => {
    for (const name of Object.keys(store)) if (name.startsWith(prefix)) store.removeItem(name);
  };
  // Signed out elsewhere, or the session ended by itself.
  if (!root.querySelector('form[action="/sign-out"]')) forget();
  root.addEventListener('submit', (event) => {
    if ((event.target as Element).getAttribute('action') !== '/sign-out') return;
    forget();
    new BroadcastChannel(channel).postMessage(performance.timeOrigin);
  });
  new BroadcastChannel(channel).addEventListener('message', forget);
}
