import { safetyCode } from '../sealing/safety-code.ts';
import { recall } from './memory.ts';
import { openSpace } from './open-space.ts';
import { type CaucusInPage, me, show } from './page.ts';

/** Shows the state that follows from the facts and from the key in this tab. */
export async function settle(page: CaucusInPage): Promise<void> {
  const { standing } = page.facts;
  if (standing === 'not-begun') return show('begin');
  if (standing === 'keyless') return show('keys');
  page.key ??= await recall(page);
  if (!page.key || page.key.recipient !== me(page)?.recipient) return show('locked');
  if (standing === 'let-in') return openSpace(page);
  const code = await safetyCode('person', page.key.recipient);
  for (const place of document.querySelectorAll('[data-my-code]')) place.textContent = code;
  show('waiting');
}
