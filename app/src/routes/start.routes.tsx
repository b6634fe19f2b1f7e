import { z } from 'zod';
import { makeAccount } from '../partnership/account/server.ts';
import {
  foundingFields,
  foundingWords,
  StartForm,
  Welcome,
} from '../partnership/founding/index.ts';
import { foundPartnership, setupLinkIsOpen } from '../partnership/founding/server.ts';
import { email, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { go, page } from './answer.ts';
import { arrivalOf } from './arrival.ts';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import { arrived } from './sign-in.routes.tsx';
import { suggestCycle } from './suggest-cycle.ts';
import type { Visit } from './visit.ts';

problemsOf('founding', foundingWords);

const startForm = z.object({
  ...foundingFields,
  // Sent only by somebody who is not signed in yet.
  founderName: text(160).optional(),
  email: email().optional(),
  password: text(1000).optional(),
});

/** The first page, and the set-up link that starts a partnership. */
export function startRoutes(routes: Routes): void {
  routes.get('/', async (visit) => {
    const { actor } = visit.ctx;
    const yours = new Map(actor.seats.map((seat) => [seat.slug, seat]));
    const [only] = actor.seats;
    if (yours.size === 1 && only && !visit.query('stay')) return go(`/p/${only.slug}`);
    return page({
      title: visit.say(foundingWords, 'welcome.title'),
      lead: visit.say(foundingWords, 'welcome.lead'),
      body: (
        <Welcome
          demo={visit.services.demo !== null}
          signedIn={actor.account !== null}
          yours={[...yours.values()].map((seat) => ({
            slug: seat.slug,
            name: seat.partnershipName,
            seat: seat.title,
          }))}
        />
      ),
    });
  });

  routes.get('/start/:token', startPage);

  routes.post('/start/:token', startForm, {
    act: async (visit, input) => {
      const token = visit.param('token');
      if (!(await setupLinkIsOpen(visit.ctx, token))) {
        throw new InputProblem({ form: 'founding.link-used' });
      }
      const founder = await founderAccount(visit, input);
      if ('to' in founder) return founder;
      const { account, cookies } = founder;
      const { slug } = await foundPartnership(visit.ctx, {
        ...input,
        locale: visit.locale,
        token,
        account,
      });
      return go(`/p/${slug}`, { done: 'founded', cookies });
    },
    again: startPage,
  });
}

async function startPage(visit: Visit) {
  const open = await setupLinkIsOpen(visit.ctx, visit.param('token'));
  return page({
    title: visit.say(foundingWords, 'start.title'),
    lead: open ? visit.say(foundingWords, 'start.lead') : undefined,
    bare: true,
    status: open ? 200 : 404,
    body: open ? (
      <StartForm
        form={visit.form}
        action={visit.url.pathname}
        signedInAs={visit.ctx.actor.account?.name ?? null}
        cycle={suggestCycle(visit.ctx.clock.now(), visit.locale)}
      />
    ) : (
      <>
        <p>{visit.say(foundingWords, 'start.used')}</p>
        <p>{visit.say(foundingWords, 'start.used.next')}</p>
      </>
    ),
  });
}

/** The account that will hold the founder's seat: the one signed in, or a new one. */
async function founderAccount(visit: Visit, input: z.output<typeof startForm>) {
  const { account } = visit.ctx.actor;
  if (account) return { account: { id: account.id, name: account.name }, cookies: [] };
  const { founderName, email, password } = input;
  if (!founderName || !email || !password) {
    throw new InputProblem({ founderName: 'required', email: 'required', password: 'required' });
  }
  const arrival = arrivalOf(visit, visit.url.pathname);
  const made = await makeAccount(
    visit.services.signIn,
    { name: founderName, email, password, locale: visit.locale },
    arrival,
  );
  if (!made) throw new InputProblem({ email: 'founding.account-exists' });
  if (made.is === 'code') return arrived(made, arrival.next);
  return { account: { id: made.accountId, name: founderName }, cookies: made.cookies };
}
