import { z } from 'zod';
import { accountWords, Passkeys } from '../partnership/account/index.ts';
import {
  accountOfPasskey,
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  deviceOf,
  finishSignIn,
  listPasskeys,
  namePasskey,
  removePasskey,
  tellChange,
} from '../partnership/account/server.ts';
import { optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { againFirst } from './again-first.tsx';
import { file, go, page } from './answer.ts';
import { arrivalOf } from './arrival.ts';
import { doneNotice } from './done-notice.tsx';
import type { Routes } from './routes.ts';
import { arrived, signInPage } from './sign-in.routes.tsx';
import { admitAll, type SignInThrottles, signInThrottles } from './sign-in-throttles.ts';
import { freshlySignedIn, signedIn } from './signed-in.ts';
import type { Visit } from './visit.ts';

const answer = { ticket: optionalText(200), response: optionalText(20_000) };
const name = text(60);
const passkey = text(2000);

/** Signing in with a passkey, and keeping them. */
export function passkeyRoutes(routes: Routes): void {
  const throttles = signInThrottles(routes.services);
  useRoutes(routes, throttles);
  keepRoutes(routes);
}

function useRoutes(routes: Routes, throttles: SignInThrottles): void {
  routes.post('/sign-in/passkey/question', z.object({}), {
    act: async (visit) => {
      await admitAll(
        { form: 'account.passkey-failed' },
        throttles.questions.admit(visit.address, visit.ctx.clock.now()),
      );
      return json(await askForPasskey(visit.services.signIn));
    },
    again: signInPage,
  });
  routes.post('/sign-in/passkey', z.object({ ...answer, next: optionalText(500) }), {
    act: async (visit, input) => {
      const { signIn } = visit.services;
      const accountId = await accountOfPasskey(signIn, input);
      if (!accountId) throw new InputProblem({ email: 'account.passkey-failed' });
      const arrival = arrivalOf(visit, input.next);
      return arrived(await finishSignIn(signIn, accountId, 'passkey', arrival), arrival.next);
    },
    again: signInPage,
  });
}

function keepRoutes(routes: Routes): void {
  routes.get('/account/passkeys', passkeysPage);
  routes.post('/account/passkeys/question', z.object({}), {
    act: async (visit) => {
      const { account } = await freshlySignedIn(visit);
      return json(await askForNewPasskey(visit.services.signIn, account));
    },
    again: passkeysPage,
  });
  routes.post('/account/passkeys', z.object({ ...answer, name }), {
    act: async (visit, input) => {
      const { account } = await freshlySignedIn(visit);
      await addPasskey(visit.services.signIn, account, input);
      await tellChange(visit.ctx, account, 'passkey-added');
      return go('/account/passkeys', { done: 'passkey-added' });
    },
    again: passkeysPage,
  });
  routes.post('/account/passkeys/name', z.object({ passkey, name }), {
    act: async (visit, input) => {
      const { account } = await freshlySignedIn(visit);
      await namePasskey(visit.services.signIn, account.id, input.passkey, input.name);
      return go('/account/passkeys', { done: 'passkey-named' });
    },
    again: passkeysPage,
  });
  routes.post('/account/passkeys/remove', z.object({ passkey }), {
    act: async (visit, input) => {
      const { account } = await freshlySignedIn(visit);
      const removed = await removePasskey(visit.services.signIn, account.id, input.passkey);
      if (removed) await tellChange(visit.ctx, account, 'passkey-removed');
      return go('/account/passkeys', { done: 'passkey-removed' });
    },
    again: passkeysPage,
  });
}

const json = (value: unknown) => file({ type: 'application/json', body: JSON.stringify(value) });

async function passkeysPage(visit: Visit) {
  const here = await signedIn(visit);
  if (!here) return go('/sign-in?next=/account/passkeys');
  const { say, services } = visit;
  const title = say(accountWords, 'passkeys.title');
  if (!here.fresh) return againFirst(visit, title);
  return page({
    title,
    overline: <a href="/account">{say(accountWords, 'account.title')}</a>,
    lead: say(accountWords, 'passkeys.lead'),
    notice: doneNotice(visit, accountWords),
    islands: ['passkey'],
    body: (
      <Passkeys
        form={visit.form}
        passkeys={await listPasskeys(services.signIn, here.account.id)}
        device={deviceOf(visit.header('user-agent'))}
      />
    ),
  });
}
