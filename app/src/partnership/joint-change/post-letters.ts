import { locales, translate } from '../../ui/catalogue.ts';
import type { SeatedCtx } from '../access/server.ts';
import { insertLetters } from './joint-change.store.ts';
import type { JointChange } from './joint-change.ts';
import { jointChangeWords } from './joint-change.words.ts';

/**
 * Tells those who may answer that something waits, each in their language. A letter can lie open on a
 * screen: it names the partnership and the day, and neither the record nor the change.
 */
export async function postLetters(ctx: SeatedCtx, change: JointChange): Promise<void> {
  const { partnership } = ctx.actor;
  const letter = (locale: (typeof locales)[number]) => {
    const values = {
      partnership: partnership.name,
      until: new Intl.DateTimeFormat(locale, {
        dateStyle: 'long',
        timeZone: partnership.timeZone,
      }).format(change.lapsesAt),
      link: `${ctx.baseUrl}/p/${partnership.slug}/joint-changes/${change.id}`,
    };
    return {
      subject: translate(jointChangeWords, locale, 'letter.subject', values),
      body: translate(jointChangeWords, locale, 'letter.body', values),
    };
  };
  await insertLetters(
    ctx,
    change.id,
    Object.fromEntries(locales.map((locale) => [locale, letter(locale)])),
  );
}
