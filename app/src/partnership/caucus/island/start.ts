import { listen } from './actions.ts';
import { lockWhenLeft } from './memory.ts';
import { caucusIn, show } from './page.ts';
import { keepTyped } from './send.ts';
import { settle } from './settle.ts';

/** Begins with the page: finds the state it is in, and listens. */
export async function start(root: HTMLElement): Promise<void> {
  const page = caucusIn(root);
  if (!globalThis.crypto?.subtle) return show('insecure');
  listen(page);
  keepTyped(root);
  lockWhenLeft(page);
  await settle(page);
}
