import { z } from 'zod';
import { notFound } from '../partnership/access/server.ts';
import { accountWords, SeatChoice, SessionList, Ways } from '../partnership/account/index.ts';
import {
  countPasskeys,
  endSession,
  endSessionCookieText,
  endSessions,
  listSessions,
  readAuthenticator,
  readDistrictLink,
  readPasswordDay,
} from '../partnership/account/server.ts';
import { exportWords } from '../partnership/export/index.ts';
import { id } from '../platform/form.ts';
import { DefinitionList } from '../ui/definition-list.view.tsx';
import { Section } from '../ui/section.view.tsx';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import type { Routes } from './routes.ts';
import { type SignedIn, signedIn } from './signed-in.ts';
import type { Visit } from './visit.ts';

/** A person's own account: how they sign in, where they are signed in, their seats. */
export function accountRoutes(routes: Routes): void {
  routes.get('/account', accountPage);

  routes.post('/account/sessions/end', z.object({ session: id() }), {
    act: async (visit, { session }) => {
      const { account } = await somebody(visit);
      await endSession(visit.services.signIn, account.id, session);
      return go('/account', { done: 'session-ended' });
    },
    again: accountPage,
  });
  routes.post('/account/sessions/end-others', z.object({}), {
    act: async (visit) => {
      const { account, token } = await somebody(visit);
      await endSessions(visit.services.signIn, account.id, token);
      return go('/account', { done: 'others-ended' });
    },
    again: accountPage,
  });
  routes.post('/account/sessions/end-all', z.object({}), {
    act: async (visit) => {
      const { account } = await somebody(visit);
      const { signIn } = visit.services;
      await endSessions(signIn, account.id);
      return go('/sign-in', { cookies: [endSessionCookieText(signIn.secure)] });
    },
    again: accountPage,
  });
}

async function somebody(visit: Visit): Promise<SignedIn> {
  const here = await signedIn(visit);
  if (!here) throw notFound();
  return here;
}

async function accountPage(visit: Visit) {
  const here = await signedIn(visit);
  if (!here) return go('/sign-in?next=/account');
  const { account, token } = here;
  const { services, say, ctx } = visit;
  const { signIn } = services;
  const [passwordSince, passkeys, authenticator, link, sessions] = await Promise.all([
    readPasswordDay(signIn, account.id),
    countPasskeys(signIn, account.id),
    readAuthenticator(signIn, account.id),
    readDistrictLink(signIn, account.id),
    listSessions(signIn, account.id, token),
  ]);
  const proved = account.emailVerified ? 'account.email.proved' : 'account.email.unproved';
  const district = signIn.district && {
    name: signIn.district.name,
    linkedAt: link?.linkedAt ?? null,
  };
  return page({
    title: say(accountWords, 'account.title'),
    notice: doneNotice(visit, accountWords),
    body: (
      <>
        <DefinitionList
          items={[
            { term: say(accountWords, 'account.name'), value: account.name },
            {
              term: say(accountWords, 'account.email'),
              value: `${account.email} (${say(accountWords, proved)})`,
            },
          ]}
        />
        <Section title={say(accountWords, 'ways.title')}>
          <Ways
            email={account.email}
            mailLeaves={services.mailLeaves}
            passwordSince={passwordSince}
            passkeys={passkeys}
            authenticator={authenticator}
            district={district}
          />
        </Section>
        <Section title={say(accountWords, 'sessions.title')}>
          <SessionList sessions={sessions} />
        </Section>
        <Section title={say(accountWords, 'account.seats')}>
          <SeatChoice seats={ctx.actor.seats} />
        </Section>
        <p>
          <a href="/account/data">{say(exportWords, 'own.title')}</a>
        </p>
      </>
    ),
  });
}
