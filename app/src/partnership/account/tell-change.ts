import { postLetter } from '../../platform/mail.ts';
import { translate } from '../../ui/catalogue.ts';
import type { Ctx } from '../access/server.ts';
import { accountWords } from './account.words.ts';

export type AccountChange =
  | 'password'
  | 'passkey-added'
  | 'passkey-removed'
  | 'authenticator-on'
  | 'authenticator-off'
  | 'recovery-used'
  | 'recovery-new'
  | 'district-linked'
  | 'district-unlinked';

/** Tells a person by mail that how they sign in has changed, in case it was somebody else. */
export async function tellChange(
  ctx: Ctx,
  account: { email: string; locale: string },
  change: AccountChange,
  district = '',
): Promise<void> {
  const locale = account.locale === 'es' ? 'es' : 'en';
  const say = (key: Parameters<typeof translate<keyof typeof accountWords.messages.en>>[2]) =>
    translate(accountWords, locale, key, {
      district,
      link: `${ctx.baseUrl}/account`,
      change: translate(accountWords, locale, `change.${change}`, { district }),
    });
  await postLetter(ctx.db, {
    id: ctx.random.uuid(),
    at: ctx.clock.now(),
    to: account.email,
    subject: say('letter.changed.subject'),
    body: say('letter.changed.body'),
  });
}
