/** Shows the copy button beside each field that has one. */
export function offerCopying(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLElement>('[data-copy]')) {
    const input = field.querySelector('input');
    const button = field.querySelector('button');
    const status = field.querySelector('[role=status]');
    if (!input || !button || !status) continue;
    const words = button.textContent;
    button.hidden = false;
    input.addEventListener('focus', () => input.select());
    button.addEventListener('click', async () => {
      input.select();
      await copy(input.value);
      const done = button.dataset.done ?? '';
      button.textContent = status.textContent = done;
      setTimeout(() => {
        button.textContent = words;
        status.textContent = '';
      }, 2500);
    });
  }
}

/** The clipboard needs a secure address; on a plain one the selected text is copied the old way. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else document.execCommand('copy');
}
