import { z } from 'zod';
import {
  AuthenticatorOn,
  AuthenticatorSetup,
  accountWords,
  RecoveryCodes,
} from '../partnership/account/index.ts';
import {
  base32,
  beginAuthenticator,
  confirmAuthenticator,
  readAuthenticator,
  removeAuthenticator,
  replaceRecoveryCodes,
  setupAddress,
  tellChange,
  useCode,
  useRecoveryCode,
} from '../partnership/account/server.ts';
import { text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { againFirst } from './again-first.tsx';
import { go, page } from './answer.ts';
import type { Routes } from './routes.ts';
import { admitCode } from './sign-in.routes.tsx';
import { type SignInThrottles, signInThrottles } from './sign-in-throttles.ts';
import { freshlySignedIn, type SignedIn, signedIn } from './signed-in.ts';
import type { Visit } from './visit.ts';

const form = z.object({ code: text(40) });

/** Setting up an authenticator app, its recovery codes, and turning it off. */
export function authenticatorRoutes(routes: Routes): void {
  const throttles = signInThrottles(routes.services);
  routes.get('/account/authenticator', appPage);

  routes.post('/account/authenticator', form, {
    act: async (visit, { code }) => {
      const { signIn } = visit.services;
      const here = await freshlySignedIn(visit);
      if (await readAuthenticator(signIn, here.account.id)) return go('/account/authenticator');
      await checkCode(visit, throttles, here, code, [useCode]);
      const codes = await confirmAuthenticator(signIn, here.account.id);
      await tellChange(visit.ctx, here.account, 'authenticator-on');
      return codesPage(visit, here, codes);
    },
    again: appPage,
  });

  routes.post('/account/authenticator/codes', form, {
    act: async (visit, { code }) => {
      const here = await freshlySignedIn(visit);
      await checkCode(visit, throttles, here, code, [useCode, useRecoveryCode]);
      const codes = await replaceRecoveryCodes(visit.services.signIn, here.account.id);
      await tellChange(visit.ctx, here.account, 'recovery-new');
      return codesPage(visit, here, codes);
    },
    again: appPage,
  });

  routes.post('/account/authenticator/off', form, {
    act: async (visit, { code }) => {
      const here = await freshlySignedIn(visit);
      await checkCode(visit, throttles, here, code, [useCode, useRecoveryCode]);
      await removeAuthenticator(visit.services.signIn, here.account.id);
      await tellChange(visit.ctx, here.account, 'authenticator-off');
      return go('/account', { done: 'app-off' });
    },
    again: appPage,
  });
}

/** Uses a code up, in the first of the ways that takes it. */
async function checkCode(
  visit: Visit,
  throttles: SignInThrottles,
  { account }: SignedIn,
  typed: string,
  ways: readonly (typeof useCode)[],
): Promise<void> {
  await admitCode(visit, throttles, account.id, typed);
  const code = typed.replace(/\s/g, '');
  for (const use of ways) if (await use(visit.services.signIn, account.id, code)) return;
  throw new InputProblem({ code: 'account.code-wrong' });
}

function codesPage(visit: Visit, { account }: SignedIn, codes: string[]) {
  return page({
    title: visit.say(accountWords, 'app.codes.title'),
    lead: visit.say(accountWords, 'app.codes.lead'),
    body: <RecoveryCodes codes={codes} email={account.email} now={visit.ctx.clock.now()} />,
  });
}

async function appPage(visit: Visit) {
  const here = await signedIn(visit);
  if (!here) return go('/sign-in?next=/account/authenticator');
  const { services, say } = visit;
  const title = say(accountWords, 'app.title');
  if (!here.fresh) return againFirst(visit, title);
  const { account } = here;
  const on = await readAuthenticator(services.signIn, account.id);
  const secret = on ? null : await beginAuthenticator(services.signIn, account.id);
  const host = new URL(services.baseUrl).host;
  return page({
    title,
    overline: <a href="/account">{say(accountWords, 'account.title')}</a>,
    lead: say(accountWords, 'app.lead'),
    body: secret ? (
      <AuthenticatorSetup
        form={visit.form}
        address={setupAddress(secret, account.email, host)}
        secret={base32(secret)}
      />
    ) : (
      <AuthenticatorOn
        form={visit.form}
        since={on?.since ?? visit.ctx.clock.now()}
        codesLeft={on?.recoveryCodesLeft ?? 0}
      />
    ),
  });
}
