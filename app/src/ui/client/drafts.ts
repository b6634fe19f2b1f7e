const prefix = 'concord-draft:';
const sent = 'concord-sent';

/** Whoever signs out with a button that says so leaves nothing of what they typed on the device. */
export function forgetDrafts(root: Document, store: Storage): void {
  root.addEventListener('submit', (event) => {
    if (!event.submitter?.hasAttribute('data-forget-drafts')) return;
    for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key);
  });
}

/**
 * Keeps what is typed into `textarea[data-draft]` on this device. A draft goes only when the server has
 * answered its form with a page, so that nothing is lost when sending fails.
 */
export function keepDrafts(root: ParentNode, store: Storage, answered: boolean): void {
  const pending = store.getItem(sent);
  if (pending && answered) {
    for (const key of pending.split('\n')) store.removeItem(key);
    store.removeItem(sent);
  }
  for (const area of root.querySelectorAll<HTMLTextAreaElement>('textarea[data-draft]')) {
    keep(area, prefix + area.dataset.draft, store);
  }
}

function keep(area: HTMLTextAreaElement, key: string, store: Storage): void {
  const note = area.parentElement?.querySelector<HTMLElement>('[data-draft-note]');
  const kept = store.getItem(key);
  if (kept && !area.value) {
    area.value = kept;
    if (note) {
      note.textContent = note.dataset.restored ?? '';
      note.hidden = false;
    }
  }
  area.addEventListener('input', () => {
    if (area.value) store.setItem(key, area.value);
    else store.removeItem(key);
    if (note) note.hidden = false;
  });
  area.form?.addEventListener('submit', () => {
    store.setItem(sent, [store.getItem(sent), key].filter(Boolean).join('\n'));
  });
}
