import { z } from 'zod';
import { notFound } from '../partnership/access/server.ts';
import { accountWords, DistrictLink } from '../partnership/account/index.ts';
import {
  cookiesIn,
  type DistrictAim,
  type DistrictPerson,
  type DistrictSettings,
  findLinkedAccount,
  finishSignIn,
  leaveForDistrict,
  linkDistrict,
  readDistrictLink,
  returnFromDistrict,
  sendMagicLink,
  stepOf,
  tellChange,
  unlinkDistrict,
} from '../partnership/account/server.ts';
import { AppError } from '../platform/errors.ts';
import { LinkButton } from '../ui/button.view.tsx';
import { againFirst } from './again-first.tsx';
import { type Answer, go, page } from './answer.ts';
import { arrivalOf, safePath } from './arrival.ts';
import { doneNotice } from './done-notice.tsx';
import { joinByDistrict } from './join-by-district.ts';
import type { Routes } from './routes.ts';
import { arrived } from './sign-in.routes.tsx';
import { admitAll, type SignInThrottles, signInThrottles } from './sign-in-throttles.ts';
import { freshlySignedIn, signedIn } from './signed-in.ts';
import type { Visit } from './visit.ts';

/** The district's own sign-in: there and back, joining it with an account, taking a seat by it. */
export function districtRoutes(routes: Routes): void {
  const throttles = signInThrottles(routes.services);
  routes.get('/sign-in/district', (visit) =>
    leave(visit, throttles, { is: 'sign-in', next: safePath(visit.query('next') ?? '/') }),
  );
  routes.get('/join/:token/district', (visit) =>
    leave(visit, throttles, { is: 'join', path: `/join/${visit.param('token')}` }),
  );
  routes.get('/sign-in/district/back', (visit) => comeBack(visit, throttles));
  routes.get('/sign-in/district/so', saidPage);

  routes.get('/account/district', linkPage);
  routes.post('/account/district', z.object({}), {
    act: async (visit) => {
      const { account } = await freshlySignedIn(visit);
      return leave(visit, throttles, { is: 'link', accountId: account.id });
    },
    again: linkPage,
  });
  routes.post('/account/district/unlink', z.object({}), {
    act: async (visit) => {
      const { account } = await freshlySignedIn(visit);
      await unlinkDistrict(visit.services.signIn, account.id);
      await tellChange(visit.ctx, account, 'district-unlinked', districtOf(visit).name);
      return go('/account', { done: 'district-unlinked' });
    },
    again: linkPage,
  });
}

function districtOf(visit: Visit): DistrictSettings {
  const { district } = visit.services.signIn;
  if (!district) throw notFound();
  return district;
}

async function leave(visit: Visit, throttles: SignInThrottles, aim: DistrictAim): Promise<Answer> {
  const district = districtOf(visit);
  return orTrouble(visit, async () => {
    const now = visit.ctx.clock.now();
    await admitAll({ form: 'account.too-often' }, throttles.questions.admit(visit.address, now));
    const { address, cookie } = await leaveForDistrict(visit.services.signIn, district, aim, {
      locale: visit.locale,
      again: aim.is === 'sign-in' && visit.ctx.actor.account !== null,
    });
    if (aim.is !== 'link') return go(address, { cookies: [cookie] });
    // A form may not lead to another site: the person goes there by a link.
    return page({
      title: visit.say(accountWords, 'district.title', { name: district.name }),
      lead: visit.say(accountWords, 'district.continue.lead'),
      cookies: [cookie],
      body: (
        <LinkButton href={address}>
          {visit.say(accountWords, 'district.continue', { name: district.name })}
        </LinkButton>
      ),
    });
  });
}

async function comeBack(visit: Visit, throttles: SignInThrottles): Promise<Answer> {
  const district = districtOf(visit);
  const { signIn } = visit.services;
  return orTrouble(visit, async () => {
    const { aim, person } = await returnFromDistrict(
      signIn,
      district,
      stepOf(cookiesIn(visit.header('cookie')), signIn.secure),
      {
        state: visit.query('state'),
        code: visit.query('code'),
        iss: visit.query('iss'),
        error: visit.query('error'),
      },
    );
    if (aim.is === 'link') return join(visit, district, aim.accountId, person);
    const next = aim.is === 'sign-in' ? aim.next : aim.path;
    const accountId = await findLinkedAccount(signIn, person.identity);
    if (accountId) {
      const arrival = arrivalOf(visit, next);
      return arrived(await finishSignIn(signIn, accountId, 'district', arrival), next);
    }
    if (!person.email || !person.emailVerified) return said('unverified');
    if (aim.is === 'join') {
      const seated = await joinByDistrict(visit, aim.path, { ...person, email: person.email });
      if (seated) return seated;
    }
    return askByMail(visit, throttles, { ...person, email: person.email }, next);
  });
}

/**
 * The provider alone opens no account that has not chosen it: a letter to the account's own address
 * asks. What the page says is the same whether there is such an account.
 */
async function askByMail(
  visit: Visit,
  throttles: SignInThrottles,
  person: DistrictPerson & { email: string },
  next: string,
): Promise<Answer> {
  const { mailLeaves, signIn } = visit.services;
  if (!mailLeaves) return said('no-mail');
  if (await throttles.letters.admit(person.email, visit.ctx.clock.now())) {
    sendMagicLink(signIn, person.email, { next, sort: 'join', district: person.identity });
  }
  return said('sent');
}

/** Joins it with the account that is signed in and asked for it. */
async function join(
  visit: Visit,
  district: DistrictSettings,
  accountId: string,
  person: DistrictPerson,
): Promise<Answer> {
  const here = await signedIn(visit);
  if (here?.account.id !== accountId) throw notFound();
  const linked = await linkDistrict(visit.services.signIn, accountId, person.identity);
  if (!linked) return said('taken');
  await tellChange(visit.ctx, here.account, 'district-linked', district.name);
  return go('/account', { done: 'district-linked' });
}

const outcomes = {
  sent: 'district.sent',
  unverified: 'district.unverified',
  'no-mail': 'district.no-mail',
  taken: 'problem.district-taken',
} as const;

/** On to a page of its own: the way back cannot be gone twice. */
const said = (what: keyof typeof outcomes) => go(`/sign-in/district/so?what=${what}`);

async function saidPage(visit: Visit): Promise<Answer> {
  const { say, query } = visit;
  const values = { name: districtOf(visit).name };
  const what = query('what') ?? '';
  if (!Object.hasOwn(outcomes, what)) throw notFound();
  return page({
    title: say(accountWords, what === 'sent' ? 'district.sent.title' : 'district.title', values),
    bare: true,
    body: (
      <>
        <p>{say(accountWords, outcomes[what as keyof typeof outcomes], values)}</p>
        <p>
          <a href="/sign-in">{say(accountWords, 'district.other-ways')}</a>
        </p>
      </>
    ),
  });
}

/** What the provider did wrong is said in the page, and why in the log. */
async function orTrouble(visit: Visit, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('account.district-')) throw error;
    const { say, services } = visit;
    const { message } = error.cause instanceof Error ? error.cause : { message: '' };
    services.log.warn({ code: error.code, why: message }, 'sign-in by the district stopped');
    const name = districtOf(visit).name;
    return page({
      title: say(accountWords, 'district.stopped.title'),
      bare: true,
      status: 422,
      body: (
        <>
          <p>
            {say(
              accountWords,
              error.userMessage === 'unreachable' ? 'district.unreachable' : 'district.stopped',
              { name },
            )}
          </p>
          <p>
            <a href="/sign-in">{say(accountWords, 'district.other-ways')}</a>
          </p>
        </>
      ),
    });
  }
}

async function linkPage(visit: Visit): Promise<Answer> {
  const { name } = districtOf(visit);
  const here = await signedIn(visit);
  if (!here) return go('/sign-in?next=/account/district');
  const title = visit.say(accountWords, 'district.title', { name });
  if (!here.fresh) return againFirst(visit, title);
  const link = await readDistrictLink(visit.services.signIn, here.account.id);
  return page({
    title,
    overline: <a href="/account">{visit.say(accountWords, 'account.title')}</a>,
    notice: doneNotice(visit, accountWords),
    body: <DistrictLink form={visit.form} name={name} linkedAt={link?.linkedAt ?? null} />,
  });
}
