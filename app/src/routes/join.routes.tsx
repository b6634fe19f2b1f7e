import { z } from 'zod';
import { notFound } from '../partnership/access/server.ts';
import { makeAccount } from '../partnership/account/server.ts';
import { invitationWords, JoinForm, readInvitationToken } from '../partnership/invitation/index.ts';
import { acceptInvitation, showInvitation } from '../partnership/invitation/server.ts';
import { email, oneOf, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { locales } from '../ui/catalogue.ts';
import { go, page } from './answer.ts';
import { arrivalOf } from './arrival.ts';
import { problemsOf } from './form-problem.ts';
import { languageCookieText } from './language.ts';
import type { Routes } from './routes.ts';
import { arrived } from './sign-in.routes.tsx';
import { admitAll, type SignInThrottles, signInThrottles } from './sign-in-throttles.ts';
import type { Visit } from './visit.ts';

problemsOf('invitation', invitationWords);

const joinForm = z.object({
  // Sent only by somebody who is not signed in yet.
  name: text(160).optional(),
  email: email().optional(),
  password: text(1000).optional(),
  locale: oneOf(locales).optional(),
});

/** Taking a seat by the link of an invitation. */
export function joinRoutes(routes: Routes): void {
  const throttles = signInThrottles(routes.services);
  routes.get('/join/:token', joinPage);
  routes.post('/join/:token', joinForm, {
    act: async (visit, input) => {
      const ids = invitationOf(visit);
      const shown = await showInvitation(visit.ctx, ids);
      if (shown?.state !== 'open') throw new InputProblem({ form: 'invitation.closed' });
      const joining = await joiningAccount(visit, input, throttles);
      if ('to' in joining) return joining;
      await acceptInvitation(visit.ctx, ids, joining.account);
      return go(`/p/${shown.slug}`, { done: 'joined', cookies: joining.cookies });
    },
    again: joinPage,
  });
}

function invitationOf(visit: Visit) {
  const ids = readInvitationToken(visit.ctx.signer, visit.param('token'));
  if (!ids) throw notFound();
  return ids;
}

async function joinPage(visit: Visit) {
  if (!readInvitationToken(visit.ctx.signer, visit.param('token'))) return unknownPage(visit);
  const invitation = await showInvitation(visit.ctx, invitationOf(visit));
  if (!invitation) throw notFound();
  const { say } = visit;
  const open = invitation.state === 'open';
  return page({
    title: say(invitationWords, 'join.title', { partnership: invitation.partnership }),
    overline: say(invitationWords, `join.sort.${invitation.sort}`, {
      seat: invitation.seat,
      organization: invitation.organization,
    }),
    lead: open
      ? say(invitationWords, 'join.lead', {
          inviter: invitation.invited_by,
          inviterSeat: invitation.inviting_seat,
        })
      : undefined,
    bare: true,
    body: open ? (
      <JoinForm
        form={visit.form}
        action={visit.url.pathname}
        invitation={invitation}
        signedInAs={visit.ctx.actor.account?.name ?? null}
        district={visit.services.signIn.district?.name ?? null}
      />
    ) : (
      <p>
        {say(invitationWords, `join.closed.${invitation.state as 'accepted'}`)}{' '}
        <a href={`/p/${invitation.slug}`}>{invitation.partnership}</a>
      </p>
    ),
  });
}

function unknownPage(visit: Visit) {
  return page({
    title: visit.say(invitationWords, 'join.unknown.title'),
    bare: true,
    status: 404,
    body: <p>{visit.say(invitationWords, 'join.unknown')}</p>,
  });
}

/** The account that takes the seat: the one signed in, a new one, or one that still wants its code. */
async function joiningAccount(
  visit: Visit,
  input: z.output<typeof joinForm>,
  { joining }: SignInThrottles,
) {
  const { account } = visit.ctx.actor;
  if (account) return { account: { id: account.id, name: account.name }, cookies: [] };
  const { name, email, password } = input;
  if (!name || !email || !password) {
    throw new InputProblem({ name: 'required', email: 'required', password: 'required' });
  }
  await admitAll(
    { form: 'invitation.too-often' },
    joining.admit(visit.param('token'), visit.ctx.clock.now()),
  );
  const locale = input.locale ?? visit.locale;
  const { signIn } = visit.services;
  const arrival = arrivalOf(visit, visit.url.pathname);
  const made = await makeAccount(signIn, { name, email, password, locale }, arrival);
  if (!made) throw new InputProblem({ email: 'invitation.not-together' });
  if (made.is === 'code') return arrived(made, arrival.next);
  return {
    account: { id: made.accountId, name },
    cookies: [...made.cookies, languageCookieText(locale)],
  };
}
