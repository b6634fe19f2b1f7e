import { z } from 'zod';
import { accountWords, NewPassword } from '../partnership/account/index.ts';
import {
  checkNewPassword,
  checkPassword,
  countPasskeys,
  endSessions,
  readDistrictLink,
  readPasswordDay,
  removePassword,
  setPassword,
  tellChange,
} from '../partnership/account/server.ts';
import { optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { againFirst } from './again-first.tsx';
import { go, page } from './answer.ts';
import type { Routes } from './routes.ts';
import { admitAll, signInThrottles } from './sign-in-throttles.ts';
import { freshlySignedIn, signedIn } from './signed-in.ts';
import type { Visit } from './visit.ts';

const form = z.object({ current: optionalText(128), password: text(1000) });

/** Choosing, changing and giving up a password. */
export function passwordRoutes(routes: Routes): void {
  const throttles = signInThrottles(routes.services);
  routes.get('/account/password', passwordPage);

  routes.post('/account/password', form, {
    act: async (visit, { current, password }) => {
      const { signIn } = visit.services;
      const here = await signedIn(visit);
      const has = here && (await readPasswordDay(signIn, here.account.id)) !== null;
      if (!here || (!here.fresh && !has)) throw new InputProblem({ form: 'account.not-fresh' });
      const { account, token } = here;
      if (!here.fresh) {
        const now = visit.ctx.clock.now();
        await admitAll(
          { current: 'account.too-often' },
          throttles.forOne.admit(`${account.email} ${visit.address}`, now),
        );
        const right = await checkPassword(signIn, account.email, current);
        if (right !== account.id) throw new InputProblem({ current: 'account.wrong-current' });
      }
      const known = visit.ctx.actor.seats.flatMap((seat) => [
        seat.partnershipName,
        seat.organizationName,
      ]);
      checkNewPassword(password, [account.name, account.email, ...known]);
      if ((await checkPassword(signIn, account.email, password)) === account.id) {
        throw new InputProblem({ password: 'account.password-same' });
      }
      await setPassword(signIn, account.id, password);
      await endSessions(signIn, account.id, token);
      await tellChange(visit.ctx, account, 'password');
      return go('/account', { done: 'password' });
    },
    again: passwordPage,
  });

  routes.post('/account/password/remove', z.object({}), {
    act: async (visit) => {
      const { services, ctx } = visit;
      const { account } = await freshlySignedIn(visit);
      const otherWays = [
        services.mailLeaves,
        (await countPasskeys(services.signIn, account.id)) > 0,
        services.signIn.district && (await readDistrictLink(services.signIn, account.id)),
      ];
      if (!otherWays.some(Boolean)) throw new InputProblem({ form: 'account.no-other-way' });
      await removePassword(services.signIn, account.id);
      await tellChange(ctx, account, 'password');
      return go('/account', { done: 'password-removed' });
    },
    again: passwordPage,
  });
}

async function passwordPage(visit: Visit) {
  const here = await signedIn(visit);
  if (!here) return go('/sign-in?next=/account/password');
  const title = visit.say(accountWords, 'new-password.title');
  const has = (await readPasswordDay(visit.services.signIn, here.account.id)) !== null;
  if (!has && !here.fresh) return againFirst(visit, title);
  return page({
    title,
    overline: <a href="/account">{visit.say(accountWords, 'account.title')}</a>,
    body: <NewPassword form={visit.form} email={here.account.email} has={has} fresh={here.fresh} />,
  });
}
