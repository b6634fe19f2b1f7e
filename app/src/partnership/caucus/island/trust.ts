import { safetyCode } from '../sealing/safety-code.ts';
import { type CaucusInPage, say, word } from './page.ts';

const nameOf = ({ facts }: CaucusInPage) => `concord-caucus-key:${facts.organizationId}`;

/** Shows the numbers of the present key, and doubts a key that nothing leads to from the one known here. */
export async function weighKey(page: CaucusInPage): Promise<void> {
  const { chain } = page;
  if (!chain) return;
  const code = await safetyCode('caucus', chain.newest.id);
  for (const place of document.querySelectorAll('[data-space-code]')) place.textContent = code;
  const known = localStorage.getItem(nameOf(page));
  const follows = [...chain.keys.values()].some(
    ({ id, generation }) => id === known && generation >= chain.unbrokenSince,
  );
  if (known === null || follows) localStorage.setItem(nameOf(page), chain.newest.id);
  else doubt(page, code);
}

function doubt(page: CaucusInPage, code: string): void {
  page.doubt = true;
  const notice = say(page, `${word(page, 'say.unknown-key')} ${code}`);
  notice.dataset.stays = '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button button-quiet';
  button.textContent = word(page, 'say.same-numbers');
  button.addEventListener('click', () => {
    if (page.chain) localStorage.setItem(nameOf(page), page.chain.newest.id);
    page.doubt = false;
    notice.remove();
  });
  notice.append(button);
}
