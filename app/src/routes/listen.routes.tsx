import { z } from 'zod';
import { nobody } from '../partnership/access/index.ts';
import { enterLink, notFound } from '../partnership/access/server.ts';
import { oneOf, optionalText, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import {
  type HoldReason,
  KeepReceipt,
  ListenClosed,
  ListenForm,
  type ListeningLink,
  listeningWords,
  listenPath,
  unsaid,
} from '../prepare/listening/index.ts';
import {
  leaveVoice,
  makeChallenge,
  readLinkOfGuest,
  readProof,
  receiptPath,
} from '../prepare/listening/server.ts';
import { longestVoice, voiceSides, voiceSorts } from '../prepare/voice/index.ts';
import { readAnswerer } from '../prepare/voice/server.ts';
import { formState } from '../ui/form-state.ts';
import { LinkButton, Notice } from '../ui/index.ts';
import { file, go, page } from './answer.ts';
import { deviceCookie, markOfDevice } from './guest-device.ts';
import { type Arrival, guestLimits } from './guest-limits.ts';
import type { Enter, Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const listenForm = z.object({
  sort: oneOf(voiceSorts),
  body: text(longestVoice),
  constituency: oneOf([...voiceSides, unsaid]),
  shared: optionalText(10),
  // No field that a person sees: whatever is wrong with it, it is simply no proof.
  proof: z.string().max(4000).optional().catch(undefined),
});
type Said = z.output<typeof listenForm>;

/** Whoever has no open link comes in as nobody and is told so kindly. */
const byLink: Enter = async (db, { c, services }) =>
  (await enterLink(db, c.req.param('token') ?? '', services.clock.now())) ?? nobody;

/** Where a person without an account speaks: nothing about them is kept but what they say. */
export function listenRoutes(routes: Routes): void {
  const countArrival = guestLimits(routes.services.counts);
  routes.get('/listen/:token', listenPage, byLink);
  routes.get('/listen/:token/challenge', challenge, byLink);
  routes.post('/listen/:token', listenForm, {
    enter: byLink,
    act: async (visit, said) => {
      if (!visit.ctx.actor.partnership) return closedPage(visit, said.body);
      const link = await readLinkOfGuest(visit.ctx);
      const mark = markOfDevice(visit, link);
      if (answeredAlready(link, mark) && said.shared !== 'yes')
        throw new InputProblem({ shared: 'listening.device-answered' });
      const arrival = await countArrival({
        linkId: link.id,
        address: visit.address,
        proof: await readProof(visit.ctx, link.id, said.proof ?? ''),
        at: visit.ctx.clock.now(),
      });
      if (arrival.refusedUntil) return waitPage(visit, said, arrival.refusedUntil);
      const receipt = await leaveVoice(visit.ctx, {
        sort: said.sort,
        body: said.body,
        constituency: said.constituency === unsaid ? null : said.constituency,
        locale: visit.locale,
        reasons: reasonsToRead(link, mark, arrival),
      });
      if (!receipt) return closedPage(visit, said.body);
      if (link.device === 'shared') return handedOverPage(visit, link, receipt);
      return go(receiptPath(receipt), {
        done: 'sent',
        ...(link.device === 'once' ? { cookies: [deviceCookie(visit, link, 'answered')] } : {}),
      });
    },
    again: listenPage,
  });
}

const answeredAlready = (link: ListeningLink, mark: ReturnType<typeof markOfDevice>) =>
  link.device === 'once' && mark === 'answered';

/** What speaks for reading it first, apart from its words. */
function reasonsToRead(
  link: ListeningLink,
  mark: ReturnType<typeof markOfDevice>,
  { proved, many }: Arrival,
): HoldReason[] {
  const device: HoldReason | false =
    link.device === 'once' && (mark === 'answered' ? 'same-device' : mark === null && 'no-cookie');
  return [
    ...(proved ? [] : (['no-proof'] as const)),
    ...(device ? [device] : []),
    ...(many ? (['many'] as const) : []),
  ];
}

async function challenge(visit: Visit) {
  if (!visit.ctx.actor.partnership) throw notFound();
  const { id } = await readLinkOfGuest(visit.ctx);
  return file({
    type: 'application/json',
    body: JSON.stringify(await makeChallenge(visit.ctx, id)),
  });
}

async function waitPage(visit: Visit, said: Said, until: Date) {
  const left = until.getTime() - visit.ctx.clock.now().getTime();
  const minutes = Math.max(1, Math.ceil(left / 60_000));
  const message = visit.say(listeningWords, 'listen.too-many', { minutes });
  const { proof: _, ...typed } = said;
  const form = formState(typed, [{ field: '', message }]);
  return { ...(await listenPage({ ...visit, form })), status: 429 as const };
}

/** On a device that people share: nothing of what was said, and no address that stays in its history. */
function handedOverPage(visit: Visit, link: ListeningLink, receipt: string) {
  const { say } = visit;
  return page({
    title: say(listeningWords, 'done.sent'),
    bare: true,
    action: (
      <LinkButton href={listenPath(link)}>{say(listeningWords, 'listen.next-person')}</LinkButton>
    ),
    body: <KeepReceipt url={`${visit.ctx.baseUrl}${receiptPath(receipt)}`} />,
  });
}

function closedPage(visit: Visit, typed?: string) {
  return page({
    title: visit.say(listeningWords, 'listen.closed.title'),
    bare: true,
    status: 404,
    body: <ListenClosed typed={typed} />,
  });
}

async function listenPage(visit: Visit) {
  const { ctx, say } = visit;
  if (!ctx.actor.partnership) return closedPage(visit, visit.form.value('body'));
  const link = await readLinkOfGuest(ctx);
  const answerer = await readAnswerer(ctx);
  const mark = markOfDevice(visit, link);
  const answered = answeredAlready(link, mark);
  return page({
    title: link.title,
    overline: answerer?.siteName ?? ctx.actor.partnership.name,
    lead: link.prompt || undefined,
    bare: true,
    islands: ['proof'],
    notice: answered && <Notice>{say(listeningWords, 'listen.answered')}</Notice>,
    cookies:
      link.device === 'once' && mark === null ? [deviceCookie(visit, link, 'asked')] : undefined,
    body: (
      <>
        <p>
          {say(listeningWords, 'listen.lead')}{' '}
          {answerer &&
            say(listeningWords, 'listen.promise', {
              seat: answerer.seatTitle,
              organization: answerer.organizationName,
              days: link.answerDays,
            })}
        </p>
        <ListenForm form={visit.form} link={link} answered={answered} />
      </>
    ),
  });
}
