import { z } from 'zod';
import { notFound } from '../partnership/access/server.ts';
import { accountWords, SeatChoice, SignInForms } from '../partnership/account/index.ts';
import {
  redeemMagicLink,
  sendMagicLink,
  signInWithPassword,
  signOut,
} from '../partnership/account/server.ts';
import { email, id, optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { createThrottle } from '../platform/throttle.ts';
import { Button } from '../ui/button.view.tsx';
import { DefinitionList } from '../ui/definition-list.view.tsx';
import { Form } from '../ui/form.view.tsx';
import { Section } from '../ui/section.view.tsx';
import { go, page } from './answer.ts';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import { seatCookieText } from './seat-cookie.ts';
import type { Visit } from './visit.ts';

problemsOf('account', accountWords);

const next = optionalText(500);

/** Only paths of our own: "//elsewhere" and "https://…" lead home. */
function safePath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/';
}

// Nobody is locked out for good: a stretch ends by itself, and each way in is counted apart.
const triesForOne = { of: 'sign-in to one account', most: 10, minutes: 10 };
const triesFromOneAddress = { of: 'sign-in from one address', most: 60, minutes: 10 };
const lettersToOne = { of: 'sign-in letters', most: 5, minutes: 15 };

/** Signing in and out, and the seat a person acts from. */
export function signInRoutes(routes: Routes): void {
  const { counts } = routes.services;
  const forOne = createThrottle(counts, triesForOne);
  const fromAddress = createThrottle(counts, triesFromOneAddress);
  const letters = createThrottle(counts, lettersToOne);
  routes.get('/sign-in', signInPage);

  routes.post('/sign-in', z.object({ email: email(), password: text(128), next }), {
    act: async (visit, input) => {
      const now = visit.ctx.clock.now();
      const admitted =
        (await forOne.admit(`${input.email} ${visit.address}`, now)) &&
        (await fromAddress.admit(visit.address, now));
      if (!admitted) throw new InputProblem({ password: 'account.too-often' });
      const result = await signInWithPassword(visit.services.signIn, input);
      if ('refused' in result) throw new InputProblem({ password: 'account.wrong' });
      return go(safePath(input.next), { cookies: result.cookies });
    },
    again: signInPage,
  });

  routes.post('/sign-in/link', z.object({ linkEmail: email(), next }), {
    act: async (visit, input) => {
      // Says the same whether a letter leaves or not.
      if (await letters.admit(input.linkEmail, visit.ctx.clock.now())) {
        await sendMagicLink(visit.services.signIn, input.linkEmail);
      }
      return page({
        title: visit.say(accountWords, 'link.sent.title'),
        bare: true,
        body: <p>{visit.say(accountWords, 'link.sent', { email: input.linkEmail })}</p>,
      });
    },
    again: signInPage,
  });

  // Opening the link changes nothing, because mail programs open links too.
  routes.get('/sign-in/link/:token', linkPage);
  routes.post('/sign-in/link/:token', z.object({}), {
    act: async (visit) => {
      const result = await redeemMagicLink(visit.services.signIn, visit.param('token'));
      if ('refused' in result) throw new InputProblem({ linkEmail: 'account.link-used' });
      return go('/', { cookies: result.cookies });
    },
    again: signInPage,
  });

  routes.post('/sign-out', z.object({}), {
    act: async (visit) => go('/', { cookies: await signOut(visit.services.signIn, visit.headers) }),
    again: signInPage,
  });

  routes.get('/seats', async (visit) => {
    if (!visit.ctx.actor.account) return go('/sign-in?next=/seats');
    return page({
      title: visit.say(accountWords, 'seats.title'),
      lead: visit.say(accountWords, 'seats.lead'),
      body: <SeatChoice seats={visit.ctx.actor.seats} />,
    });
  });

  routes.post('/seats', z.object({ seat: id() }), {
    act: async (visit, input) => {
      const seat = visit.ctx.actor.seats.find((one) => one.seatId === input.seat);
      if (!seat) throw notFound();
      const cookie = seatCookieText(seat.seatId, visit.services.baseUrl);
      return go(`/p/${seat.slug}`, { cookies: [cookie] });
    },
    again: signInPage,
  });

  routes.get('/account', async (visit) => {
    const { account, seats } = visit.ctx.actor;
    if (!account) return go('/sign-in?next=/account');
    return page({
      title: visit.say(accountWords, 'account.title'),
      body: (
        <>
          <DefinitionList
            items={[
              { term: visit.say(accountWords, 'account.name'), value: account.name },
              { term: visit.say(accountWords, 'account.email'), value: account.email },
            ]}
          />
          <Section title={visit.say(accountWords, 'account.seats')}>
            <SeatChoice seats={seats} />
          </Section>
        </>
      ),
    });
  });
}

async function signInPage(visit: Visit) {
  return page({
    title: visit.say(accountWords, 'sign-in.title'),
    lead: visit.say(accountWords, 'sign-in.lead'),
    bare: true,
    body: (
      <SignInForms
        form={visit.form}
        mailLeaves={visit.services.mailLeaves}
        next={visit.form.value('next', visit.query('next') ?? '/')}
      />
    ),
  });
}

async function linkPage(visit: Visit) {
  return page({
    title: visit.say(accountWords, 'link.title'),
    bare: true,
    body: (
      <Form action={visit.url.pathname}>
        <p>{visit.say(accountWords, 'link.confirm')}</p>
        <Button>{visit.say(accountWords, 'link.use')}</Button>
      </Form>
    ),
  });
}
