import { z } from 'zod';
import { type SeatedCtx, seated } from '../partnership/access/server.ts';
import { localToday } from '../partnership/cycle/server.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { addDays } from '../platform/calendar-day.ts';
import { day, id, integer, many, oneOf, optionalId, optionalText, text } from '../platform/form.ts';
import {
  deviceRules,
  guestVisibilities,
  LinkFacts,
  LinkForm,
  LinkList,
  LinkStanding,
  type ListeningLinkRow,
  listeningWords,
  listenPath,
  mayMakeLink,
  mayReadHeld,
  mostVoicesOfLink,
  Poster,
} from '../prepare/listening/index.ts';
import {
  closeLink,
  countHeldVoices,
  countSides,
  createLink,
  listLinks,
  readLink,
} from '../prepare/listening/server.ts';
import { mostAnswerDays, VoiceRows, voiceSides, voiceSorts } from '../prepare/voice/index.ts';
import { listVoices, readSiteChoices } from '../prepare/voice/server.ts';
import { Button, CopyField, EmptyState, Form, LinkButton, Notice, Section } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

problemsOf('listening', listeningWords);

const linkForm = z.object({
  title: text(160),
  prompt: optionalText(1000),
  siteId: optionalId(),
  answerSeat: id(),
  answerDays: integer(1, mostAnswerDays),
  opensOn: day(),
  closesOn: day(),
  sides: many(oneOf(voiceSides)),
  sorts: many(oneOf(voiceSorts)),
  device: oneOf(deviceRules).default('several'),
  voicesVisibleTo: oneOf(guestVisibilities).default('partnership'),
  mostVoices: z.preprocess(
    (value) => (value === '' ? undefined : value),
    integer(1, mostVoicesOfLink).optional(),
  ),
});

/** Listening without accounts: the links that leads make, and what came by them. */
export function listeningRoutes(routes: Routes): void {
  routes.get('/p/:slug/listening', listPage);
  routes.get('/p/:slug/listening/new', newPage);
  routes.post('/p/:slug/listening', linkForm, {
    act: async (visit, input) => {
      const linkId = await createLink(seated(visit.ctx), input);
      return go(`/p/${visit.param('slug')}/listening/${linkId}`, { done: 'made' });
    },
    again: newPage,
  });
  routes.get('/p/:slug/listening/:id', linkPage);
  routes.post('/p/:slug/listening/:id/close', z.object({}), {
    act: async (visit) => {
      await closeLink(seated(visit.ctx), visit.param('id'));
      return go(`/p/${visit.param('slug')}/listening/${visit.param('id')}`, { done: 'closed' });
    },
    again: linkPage,
  });
}

async function listPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const slug = visit.param('slug');
  const links = await listLinks(ctx);
  const make = mayMakeLink(ctx.actor) && (
    <LinkButton href={`/p/${slug}/listening/new`}>{say(listeningWords, 'new')}</LinkButton>
  );
  return page({
    title: say(listeningWords, 'title'),
    lead: say(listeningWords, 'lead'),
    nav: 'voices',
    action: links.length > 0 && make,
    notice: await heldNotice(visit, ctx),
    body: (
      <>
        {links.length > 0 ? (
          <LinkList slug={slug} links={links} />
        ) : (
          <EmptyState
            title={say(listeningWords, 'empty.title')}
            action={make}
            who={say(listeningWords, 'empty.who')}
          >
            {say(listeningWords, 'empty.why')}
          </EmptyState>
        )}
        <p>
          <a href={`/p/${slug}/voices`}>{say(listeningWords, 'back')}</a>
        </p>
      </>
    ),
  });
}

/** Leads are told that voices wait to be read. */
async function heldNotice(visit: Visit, ctx: SeatedCtx) {
  if (!mayReadHeld(ctx.actor)) return undefined;
  const count = await countHeldVoices(ctx);
  return (
    <Notice kind={count > 0 ? 'needs' : 'plain'}>
      {count > 0
        ? visit.say(listeningWords, 'held.waiting', { count })
        : visit.say(listeningWords, 'held.none')}{' '}
      <a href={`/p/${visit.param('slug')}/listening/held`}>
        {visit.say(listeningWords, 'held.title')}
      </a>
    </Notice>
  );
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { seat } = ctx.actor;
  const today = localToday(ctx);
  return page({
    title: visit.say(listeningWords, 'new'),
    nav: 'voices',
    body: (
      <LinkForm
        form={visit.form}
        action={`/p/${visit.param('slug')}/listening`}
        seats={await readSeats(ctx)}
        sites={await readSiteChoices(ctx)}
        ownSeat={seat.seatId}
        opensOn={today}
        closesOn={addDays(today, 28)}
      />
    ),
  });
}

async function linkPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const slug = visit.param('slug');
  const link = await readLink(ctx, visit.param('id'));
  const { voices } = await listVoices(ctx, { linkId: link.id });
  const seats = new Map((await readSeats(ctx)).map((seat) => [seat.id, seat]));
  const counts = await countSides(ctx, link.id);
  const label = say(listeningWords, 'page.voices');
  return page({
    title: link.title,
    overline: say(listeningWords, 'page.kind'),
    lead: <LinkStanding link={link} />,
    nav: 'voices',
    notice: doneNotice(visit, listeningWords),
    body: (
      <>
        {isOpen(link) && share(visit, link, `${ctx.baseUrl}${listenPath(link)}`)}
        <Section title={say(listeningWords, 'page.facts')}>
          <LinkFacts link={link} asked={seats.get(link.answerSeat)} counts={counts} />
          {mayMakeLink(ctx.actor) && link.standing !== 'closed' && (
            <Form action={`/p/${slug}/listening/${link.id}/close`}>
              <p>{say(listeningWords, 'page.close.what')}</p>
              <Button kind="quiet">{say(listeningWords, 'page.close')}</Button>
            </Form>
          )}
        </Section>
        <Section title={label}>
          {link.held > 0 && (
            <Notice kind="needs">
              {say(listeningWords, 'held.waiting', { count: link.held })}{' '}
              <a href={`/p/${slug}/listening/held`}>{say(listeningWords, 'held.read')}</a>
            </Notice>
          )}
          {voices.length > 0 ? (
            <VoiceRows slug={slug} voices={voices} seats={seats} label={label} />
          ) : (
            <p>{say(listeningWords, 'page.voices.none')}</p>
          )}
        </Section>
      </>
    ),
  });
}

const isOpen = ({ standing }: ListeningLinkRow) => standing === 'open' || standing === 'planned';

/** The link to copy, and the poster to print. */
function share({ say }: Visit, link: ListeningLinkRow, url: string) {
  return (
    <Section title={say(listeningWords, 'page.share')}>
      <CopyField
        label={say(listeningWords, 'page.link')}
        hint={say(listeningWords, 'page.link.hint')}
        value={url}
      />
      <p class="no-print">
        <a href={listenPath(link)}>{say(listeningWords, 'page.open')}</a>
      </p>
      <p class="no-print">{say(listeningWords, 'page.print')}</p>
      <Poster link={link} url={url} />
    </Section>
  );
}
