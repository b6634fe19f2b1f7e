import { getCookie } from 'hono/cookie';
import { z } from 'zod';
import { notFound } from '../partnership/access/server.ts';
import { endSessionCookieText, sessionTokenOf } from '../partnership/account/server.ts';
import { exportWords, OwnPage } from '../partnership/export/index.ts';
import {
  enterOwn,
  forgetMe,
  ownCopy,
  readOwnPartnerships,
  readOwnRows,
} from '../partnership/export/server.ts';
import { checked, id } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { file, go, page } from './answer.ts';
import { bySession, type Enter, type Routes } from './routes.ts';
import { freshlySignedIn } from './signed-in.ts';
import type { Visit } from './visit.ts';

const w = exportWords;

/** By session, and with that to what is kept about whoever's session it is. */
const asOneself: Enter = async (db, { c, services }) => {
  const actor = await bySession(db, { c, services });
  const token = sessionTokenOf(getCookie(c), services.signIn.secure);
  await enterOwn(db, token, services.clock.now());
  return actor;
};

/** What Concord keeps about a person, for that person: to read, to take along, to have their name taken out. */
export function ownDataRoutes(routes: Routes): void {
  routes.get('/account/data', ownPage, asOneself);
  routes.get(
    '/account/data.zip',
    async (visit) => {
      const { account } = visit.ctx.actor;
      if (!account) return go('/sign-in?next=/account/data');
      const { locale, dates } = visit;
      const body = ownCopy(await readOwnRows(visit.ctx), { locale, dates, name: account.name });
      return file({ type: 'application/zip', name: 'concord-about-me.zip', body });
    },
    asOneself,
  );
  routes.post('/account/data/forget', z.object({ partnership: id(), sure: checked() }), {
    enter: asOneself,
    act: async (visit, { partnership, sure }) => {
      if (!visit.ctx.actor.account) throw notFound();
      if (!sure) throw new InputProblem({ sure: 'export.be-sure' });
      await freshlySignedIn(visit);
      const here = (await readOwnPartnerships(visit.ctx)).find((one) => one.id === partnership);
      const outcome = await forgetMe(visit.ctx, partnership);
      if (outcome !== 'done' && outcome !== 'account-gone')
        throw new InputProblem({ form: `export.${outcome}` });
      return outcome === 'done'
        ? page({
            title: visit.say(w, 'own.done'),
            body: (
              <>
                <p>{visit.say(w, 'own.done.text', { partnership: here?.name ?? '' })}</p>
                <p>
                  <a href="/account">{visit.say(w, 'own.account')}</a>
                </p>
              </>
            ),
          })
        : go('/', { cookies: [endSessionCookieText(visit.services.signIn.secure)] });
    },
    again: ownPage,
  });
}

async function ownPage(visit: Visit) {
  if (!visit.ctx.actor.account) return go('/sign-in?next=/account/data');
  return page({
    title: visit.say(w, 'own.title'),
    lead: visit.say(w, 'own.lead'),
    body: (
      <OwnPage
        form={visit.form}
        rows={await readOwnRows(visit.ctx)}
        partnerships={await readOwnPartnerships(visit.ctx)}
      />
    ),
  });
}
