import { z } from 'zod';
import { nobody } from '../partnership/access/index.ts';
import { enterLink, enterReceipt, seated } from '../partnership/access/server.ts';
import { localToday } from '../partnership/cycle/server.ts';
import { readChain } from '../partnership/record/server.ts';
import { seatName } from '../partnership/seat/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { addDays } from '../platform/calendar-day.ts';
import { day, id, integer, oneOf, optionalId, optionalText, text } from '../platform/form.ts';
import { createThrottle } from '../platform/throttle.ts';
import {
  LinkForm,
  LinkList,
  LinkStanding,
  ListenForm,
  listeningWords,
  listenPath,
  mayMakeLink,
  Poster,
  ReceiptPage,
} from '../prepare/listening/index.ts';
import {
  closeLink,
  createLink,
  leaveVoice,
  listLinks,
  readLink,
  readLinkOfGuest,
  readVoiceOfReceipt,
  receiptHash,
  receiptPath,
} from '../prepare/listening/server.ts';
import {
  longestVoice,
  mostAnswerDays,
  VoiceRows,
  voiceSides,
  voiceSorts,
} from '../prepare/voice/index.ts';
import { listVoices, readAnswerer, readSiteChoices } from '../prepare/voice/server.ts';
import { formState } from '../ui/form-state.ts';
import {
  Button,
  CopyField,
  DateText,
  DefinitionList,
  EmptyState,
  Form,
  LinkButton,
  Section,
} from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Enter, Routes } from './routes.ts';
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
});

const listenForm = z.object({
  sort: oneOf(voiceSorts),
  body: text(longestVoice),
  constituency: oneOf(voiceSides),
});

/** A whole classroom may share one address, a single device hardly says thirty things in ten minutes. */
const mostVoices = { of: 'voices by one link', most: 30, minutes: 10 };

/** Whoever has no open link, or no receipt of ours, comes in as nobody and is told so kindly. */
const byLink: Enter = async (db, { c, services }) =>
  (await enterLink(db, c.req.param('token') ?? '', services.clock.now())) ?? nobody;
const byReceipt: Enter = async (db, { c }) =>
  (await enterReceipt(db, receiptHash(c.req.param('receipt') ?? '')))?.actor ?? nobody;

/** Listening without accounts: the links that leads make, what people see there, and their receipts. */
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

  const throttle = createThrottle(routes.services.counts, mostVoices);
  routes.get('/listen/:token', listenPage, byLink);
  routes.post('/listen/:token', listenForm, {
    enter: byLink,
    act: async (visit, input) => {
      if (!visit.ctx.actor.partnership) return listenPage(visit);
      const key = `${visit.param('token')} ${visit.address}`;
      if (!(await throttle.admit(key, visit.ctx.clock.now()))) {
        const message = visit.say(listeningWords, 'listen.too-many');
        const form = formState(input, [{ field: '', message }]);
        return { ...(await listenPage({ ...visit, form })), status: 429 };
      }
      const receipt = await leaveVoice(visit.ctx, { ...input, locale: visit.locale });
      return go(receiptPath(receipt), { done: 'sent' });
    },
    again: listenPage,
  });
  routes.get('/voice/:receipt', receiptPage, byReceipt);
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
  const asked = seats.get(link.answerSeat);
  const url = `${ctx.baseUrl}${listenPath(link)}`;
  return page({
    title: link.title,
    overline: say(listeningWords, 'page.kind'),
    lead: <LinkStanding link={link} />,
    nav: 'voices',
    notice: doneNotice(visit, listeningWords),
    body: (
      <>
        {link.standing !== 'closed' && (
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
        )}
        <Section title={say(listeningWords, 'page.facts')}>
          <DefinitionList
            items={[
              { term: say(listeningWords, 'page.who'), value: asked ? seatName(asked) : '' },
              {
                term: say(listeningWords, 'page.days'),
                value: say(listeningWords, 'page.days.value', { days: link.answerDays }),
              },
              {
                term: say(listeningWords, 'page.when'),
                value: (
                  <>
                    <DateText date={link.opensOn} /> – <DateText date={link.closesOn} />
                  </>
                ),
              },
            ]}
          />
          {mayMakeLink(ctx.actor) && link.standing !== 'closed' && (
            <Form action={`/p/${slug}/listening/${link.id}/close`}>
              <Button kind="quiet">{say(listeningWords, 'page.close')}</Button>
            </Form>
          )}
        </Section>
        <Section title={say(listeningWords, 'page.voices')}>
          {voices.length > 0 ? (
            <VoiceRows
              slug={slug}
              voices={voices}
              seats={seats}
              label={say(listeningWords, 'page.voices')}
            />
          ) : (
            <p>{say(listeningWords, 'page.voices.none')}</p>
          )}
        </Section>
      </>
    ),
  });
}

async function listenPage(visit: Visit) {
  const { ctx, say } = visit;
  if (!ctx.actor.partnership) {
    return page({
      title: say(listeningWords, 'listen.closed.title'),
      bare: true,
      status: 404,
      body: (
        <>
          <p>{say(listeningWords, 'listen.closed')}</p>
          <p>{say(listeningWords, 'listen.closed.next')}</p>
        </>
      ),
    });
  }
  const link = await readLinkOfGuest(ctx);
  const answerer = await readAnswerer(ctx);
  return page({
    title: link.title,
    overline: answerer?.siteName ?? ctx.actor.partnership.name,
    lead: link.prompt || undefined,
    bare: true,
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
        <ListenForm form={visit.form} action={listenPath(link)} link={link} />
      </>
    ),
  });
}

async function receiptPage(visit: Visit) {
  const { ctx, say } = visit;
  const here = ctx.actor.partnership;
  const guest = here && (await readVoiceOfReceipt(ctx, visit.param('receipt')));
  if (!guest) {
    return page({
      title: say(listeningWords, 'receipt.unknown.title'),
      bare: true,
      status: 404,
      body: <p>{say(listeningWords, 'receipt.unknown')}</p>,
    });
  }
  return page({
    title: say(listeningWords, 'receipt.title'),
    lead: say(listeningWords, 'receipt.lead', { partnership: here.name }),
    bare: true,
    notice: doneNotice(visit, listeningWords),
    body: (
      <ReceiptPage
        slug={here.slug}
        voice={guest}
        answerer={await readAnswerer(ctx)}
        after={(await readChain(ctx, guest.id))
          .filter(({ distance }) => distance > 0)
          .map(({ head }) => head)}
        fresh={visit.query('done') === 'sent'}
        url={`${ctx.baseUrl}${receiptPath(visit.param('receipt'))}`}
      />
    ),
  });
}
