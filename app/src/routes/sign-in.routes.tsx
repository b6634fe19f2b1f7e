import { z } from 'zod';
import { notFound } from '../partnership/access/server.ts';
import {
  accountWords,
  CodeForm,
  PasswordForm,
  SeatChoice,
  SignInForms,
} from '../partnership/account/index.ts';
import {
  checkPassword,
  cookiesIn,
  endSessionCookieText,
  enterCode,
  finishSignIn,
  readAccount,
  redeemMagicLink,
  type SignInResult,
  seatCookieText,
  seeTicket,
  sendMagicLink,
  signOut,
  stepOf,
  tellChange,
} from '../partnership/account/server.ts';
import { email, id, optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { Button } from '../ui/button.view.tsx';
import { Form } from '../ui/form.view.tsx';
import { go, page } from './answer.ts';
import { arrivalOf, safePath, tokenOf } from './arrival.ts';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import { admitAll, type SignInThrottles, signInThrottles } from './sign-in-throttles.ts';
import type { Visit } from './visit.ts';

problemsOf('account', accountWords);

const next = optionalText(500);

/** Signing in and out, and the seat a person acts from. */
export function signInRoutes(routes: Routes): void {
  const throttles = signInThrottles(routes.services);
  routes.get('/sign-in', signInPage);
  byPassword(routes, throttles);
  byLink(routes, throttles);
  byCode(routes, throttles);
  seats(routes);

  routes.post('/sign-out', z.object({}), {
    act: async (visit) => {
      const { signIn } = visit.services;
      await signOut(signIn, tokenOf(visit));
      return go('/', { cookies: [endSessionCookieText(signIn.secure)] });
    },
    again: signInPage,
  });
}

/** In, or on to the code. */
export function arrived(result: SignInResult, to: string) {
  return go(result.is === 'code' ? '/sign-in/code' : safePath(to), { cookies: result.cookies });
}

function byPassword(routes: Routes, throttles: SignInThrottles): void {
  // The second page says the same for every address.
  routes.get('/sign-in/password', async () => go('/sign-in'));
  routes.post('/sign-in/password', z.object({ email: email(), next }), {
    act: async (visit, input) => passwordPage(visit, input),
    again: signInPage,
  });

  routes.post('/sign-in', z.object({ email: email(), password: text(128), next }), {
    act: async (visit, input) => {
      const now = visit.ctx.clock.now();
      await admitAll(
        { password: 'account.too-often' },
        throttles.forOne.admit(`${input.email} ${visit.address}`, now),
        throttles.forAccount.admit(input.email, now),
        throttles.fromAddress.admit(visit.address, now),
      );
      const { signIn } = visit.services;
      const accountId = await checkPassword(signIn, input.email, input.password);
      if (!accountId) throw new InputProblem({ password: 'account.wrong' });
      const arrival = arrivalOf(visit, input.next);
      return arrived(await finishSignIn(signIn, accountId, 'password', arrival), arrival.next);
    },
    again: (visit) => passwordPage(visit),
  });
}

function byLink(routes: Routes, throttles: SignInThrottles): void {
  routes.post('/sign-in/link', z.object({ email: email(), next }), {
    act: async (visit, input) => {
      const now = visit.ctx.clock.now();
      const admitted = await Promise.all([
        throttles.letters.admit(input.email, now),
        throttles.lettersFromAddress.admit(visit.address, now),
      ]);
      // Says the same whether a letter leaves or not.
      if (admitted.every(Boolean)) {
        sendMagicLink(visit.services.signIn, input.email, {
          next: safePath(input.next),
          sort: 'sign-in',
        });
      }
      return page({
        title: visit.say(accountWords, 'link.sent.title'),
        bare: true,
        body: <p>{visit.say(accountWords, 'link.sent', { email: input.email })}</p>,
      });
    },
    again: signInPage,
  });

  // Opening the link changes nothing, because mail programs open links too.
  routes.get('/sign-in/link/:token', linkPage);
  routes.post('/sign-in/link/:token', z.object({}), {
    act: async (visit) => {
      const { signIn } = visit.services;
      const result = await redeemMagicLink(signIn, visit.param('token'), arrivalOf(visit));
      if (!result) throw new InputProblem({ email: 'account.link-used' });
      return arrived(result, result.endedOthers ? '/account?done=proved' : result.next);
    },
    again: signInPage,
  });
}

function byCode(routes: Routes, throttles: SignInThrottles): void {
  routes.get('/sign-in/code', codePage);
  routes.post('/sign-in/code', z.object({ code: text(40) }), {
    act: async (visit, { code }) => {
      const { signIn } = visit.services;
      const step = stepOf(cookiesIn(visit.header('cookie')), signIn.secure);
      const accountId = (await seeTicket(signIn, 'code', step))?.accountId;
      if (!accountId) throw new InputProblem({ email: 'account.code-start-again' });
      await admitCode(visit, throttles, accountId, code);
      const result = await enterCode(signIn, step, code, arrivalOf(visit));
      if (result === 'wrong') throw new InputProblem({ code: 'account.code-wrong' });
      if (result === 'start-again') throw new InputProblem({ email: 'account.code-start-again' });
      if (!result.recovered) return arrived(result, result.next);
      const account = await readAccount(signIn, accountId);
      if (account) await tellChange(visit.ctx, account, 'recovery-used');
      return arrived(result, '/account?done=recovered');
    },
    again: async (visit) => (visit.form.problem('email') ? signInPage(visit) : codePage(visit)),
  });
}

/** Codes of the app are short: they are counted for the account, wherever they come from. */
export async function admitCode(
  visit: Visit,
  throttles: SignInThrottles,
  accountId: string,
  code: string,
): Promise<void> {
  const now = visit.ctx.clock.now();
  const short = /^\s*\d{3}\s*\d{3}\s*$/.test(code);
  await admitAll(
    { code: 'account.code-too-often' },
    ...(short
      ? [throttles.codes.admit(accountId, now), throttles.codesADay.admit(accountId, now)]
      : [throttles.recoveryCodes.admit(accountId, now)]),
  );
}

function seats(routes: Routes): void {
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
      const cookie = seatCookieText(seat.seatId, visit.services.signIn.secure);
      return go(`/p/${seat.slug}`, { cookies: [cookie] });
    },
    again: signInPage,
  });
}

/** The first page: an address, then how. */
export async function signInPage(visit: Visit) {
  const { services, form, ctx } = visit;
  return page({
    title: visit.say(accountWords, 'sign-in.title'),
    lead: visit.say(accountWords, 'sign-in.lead'),
    bare: true,
    islands: ['passkey'],
    body: (
      <SignInForms
        form={form}
        mailLeaves={services.mailLeaves}
        district={services.signIn.district?.name ?? null}
        email={ctx.actor.account?.email ?? ''}
        next={form.value('next', visit.query('next') ?? '/')}
      />
    ),
  });
}

async function passwordPage(visit: Visit, typed?: { email: string; next: string }) {
  const form = typed
    ? { ...visit.form, value: (name: string) => (name === 'email' ? typed.email : '') }
    : visit.form;
  return page({
    title: visit.say(accountWords, 'password.title'),
    bare: true,
    body: <PasswordForm form={form} next={typed?.next ?? visit.form.value('next', '/')} />,
  });
}

async function codePage(visit: Visit) {
  return page({
    title: visit.say(accountWords, 'code.title'),
    lead: visit.say(accountWords, 'code.lead'),
    bare: true,
    body: <CodeForm form={visit.form} />,
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
