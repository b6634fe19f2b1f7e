import { openChain } from '../sealing/key-chain.ts';
import { isStated } from '../sealing/statements.ts';
import { unwrap } from '../sealing/wrap.ts';
import { changeTheKey } from './keys.ts';
import { remember } from './memory.ts';
import { bytes, type CaucusInPage, me, say, show, word } from './page.ts';
import { showTexts } from './show-texts.ts';
import { weighKey } from './trust.ts';
import { showWaiting } from './waiting.ts';

/** With the person's key in hand: the caucus keys, then everything that they open. */
export async function openSpace(page: CaucusInPage): Promise<void> {
  const { facts, place, key } = page;
  const access = me(page)?.access;
  if (!key || !access) return show('locked');
  const newest = await unwrap(bytes(access.wrapped), key, place, facts.generation);
  const stated =
    newest &&
    (await isStated(newest, place, `person ${facts.personId}`, {
      recipient: key.recipient,
      statement: bytes(access.statement),
    }));
  if (!newest || !stated) {
    say(page, word(page, 'say.no-access'));
    return show('locked');
  }
  remember(page, key);
  const orNull = (text: string | null) => (text === null ? null : bytes(text));
  page.chain = await openChain(
    place,
    facts.generations.map((each) => ({
      generation: each.generation,
      previous: orNull(each.previous),
      link: orNull(each.link),
    })),
    newest,
  );
  show('open');
  await weighKey(page);
  await showWaiting(page);
  await showTexts(page);
  if (facts.keyIsStale && !page.doubt) {
    say(page, word(page, 'say.rotated'), 'plain');
    await changeTheKey(page);
  }
}
