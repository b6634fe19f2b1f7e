import { z } from 'zod';
import { type Ctx, isSeated, seated } from '../partnership/access/server.ts';
import { RecordState } from '../partnership/record/index.ts';
import { readChain } from '../partnership/record/server.ts';
import { readSeats, seatsById } from '../partnership/seat/server.ts';
import { id, integer, oneOf, optionalId, text } from '../platform/form.ts';
import {
  longestVoice,
  mayAnswer,
  mayOpen,
  mostAnswerDays,
  OpenForm,
  VoiceForm,
  VoiceList,
  VoicePage,
  voiceSorts,
  voiceVisibilities,
  voiceWords,
} from '../prepare/voice/index.ts';
import {
  answerVoice,
  listVoices,
  openVoice,
  raiseVoice,
  readSiteChoices,
  readVoice,
  voicesOnPage,
} from '../prepare/voice/server.ts';
import { ButtonRow, EmptyState, LinkButton, Pagination } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';
import { VoiceFilters, voiceFilterOf, voicesPath } from './voice-filters.tsx';

problemsOf('voice', voiceWords);

const voiceForm = z.object({
  sort: oneOf(voiceSorts),
  body: text(longestVoice),
  siteId: optionalId(),
  named: oneOf(['yes', 'no']),
  visibility: oneOf(voiceVisibilities),
  answerSeat: id(),
  answerDays: integer(1, mostAnswerDays),
});

const openForm = z.object({ answerSeat: id(), answerDays: integer(1, mostAnswerDays) });

/** Voices of people with a seat, and the answers to all voices. */
export function voicesRoutes(routes: Routes): void {
  routes.get('/p/:slug/voices', listPage);
  routes.get('/p/:slug/voices/new', newPage);
  routes.post('/p/:slug/voices', voiceForm, {
    act: async (visit, input) => {
      const voiceId = await raiseVoice(seated(visit.ctx), {
        ...input,
        named: input.named === 'yes',
        locale: visit.locale,
      });
      return go(`${voicesOf(visit)}/${voiceId}`, { done: 'raised' });
    },
    again: newPage,
  });
  routes.get('/p/:slug/voices/:id', voicePage);
  routes.post('/p/:slug/voices/:id/answer', z.object({ answer: text(4000) }), {
    act: async (visit, input) => {
      await answerVoice(seated(visit.ctx), { voiceId: visit.param('id'), ...input });
      return go(`${voicesOf(visit)}/${visit.param('id')}`, { done: 'answered' });
    },
    again: voicePage,
  });
  routes.post('/p/:slug/voices/:id/open', openForm, {
    act: async (visit, input) => {
      await openVoice(seated(visit.ctx), { voiceId: visit.param('id'), ...input });
      return go(`${voicesOf(visit)}/${visit.param('id')}`, { done: 'opened' });
    },
    again: voicePage,
  });
}

function voicesOf(visit: Visit): string {
  return `/p/${visit.param('slug')}/voices`;
}

async function listPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const filter = voiceFilterOf(visit);
  const { voices, total } = await listVoices(ctx, filter);
  const seats = await seatsById(ctx, [...new Set(voices.map((voice) => voice.answerSeat))]);
  const path = voicesOf(visit);
  const filtered = filter.sort !== undefined || filter.state !== undefined || filter.page > 1;
  const raise = <LinkButton href={`${path}/new`}>{say(voiceWords, 'raise')}</LinkButton>;
  return page({
    title: say(voiceWords, 'title'),
    lead: say(voiceWords, 'lead'),
    nav: 'voices',
    action: (
      <ButtonRow>
        {(voices.length > 0 || filtered) && raise}
        <LinkButton kind="quiet" href={`/p/${visit.param('slug')}/listening`}>
          {say(voiceWords, 'listening')}
        </LinkButton>
      </ButtonRow>
    ),
    notice: doneNotice(visit, voiceWords),
    body: (
      <>
        {(voices.length > 0 || filtered) && <VoiceFilters path={path} filter={filter} />}
        {voices.length > 0 ? (
          <VoiceList slug={visit.param('slug')} voices={voices} seats={seats} />
        ) : filtered ? (
          <EmptyState
            title={say(voiceWords, 'none.title')}
            action={<a href={path}>{say(voiceWords, 'none.all')}</a>}
          >
            {say(voiceWords, 'none.why')}
          </EmptyState>
        ) : (
          <EmptyState
            title={say(voiceWords, 'empty.title')}
            action={raise}
            who={say(voiceWords, 'empty.who')}
          >
            {say(voiceWords, 'empty.why')}
          </EmptyState>
        )}
        <Pagination
          page={filter.page}
          pages={Math.ceil(total / voicesOnPage)}
          previousHref={
            filter.page > 1 ? voicesPath(path, { ...filter, page: filter.page - 1 }) : undefined
          }
          nextHref={
            filter.page * voicesOnPage < total
              ? voicesPath(path, { ...filter, page: filter.page + 1 })
              : undefined
          }
        />
      </>
    ),
  });
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { seat } = ctx.actor;
  return page({
    title: visit.say(voiceWords, 'new.title'),
    lead: visit.say(voiceWords, 'new.lead'),
    nav: 'voices',
    body: (
      <VoiceForm
        form={visit.form}
        action={voicesOf(visit)}
        seats={await readSeats(ctx)}
        sites={await readSiteChoices(ctx)}
        organization={{ id: seat.organizationId, name: seat.organizationName }}
        draft={`voice:${seat.seatId}`}
      />
    ),
  });
}

async function voicePage(visit: Visit) {
  const { ctx, say } = visit;
  const voice = await readVoice(ctx, visit.param('id'));
  const sort = say(voiceWords, `sort.${voice.sort}`);
  return page({
    title: voice.title,
    overline: voice.siteName
      ? say(voiceWords, 'page.lead', { sort, site: voice.siteName })
      : say(voiceWords, 'page.lead.any', { sort }),
    lead: <RecordState head={voice} />,
    nav: 'voices',
    notice: doneNotice(visit, voiceWords),
    ...(await recordSurround(visit, voice)),
    body: (
      <VoicePage
        slug={visit.param('slug')}
        voice={voice}
        form={visit.form}
        seats={await seatsOf(ctx, [voice.answerSeat, voice.answeredBySeat])}
        after={(await readChain(ctx, voice.id))
          .filter(({ distance }) => distance > 0)
          .map(({ head }) => head)}
        mayAnswer={mayAnswer(ctx.actor, voice)}
        openForm={
          mayOpen(ctx.actor, voice) && (
            <OpenForm
              slug={visit.param('slug')}
              voice={voice}
              form={visit.form}
              seats={await readSeats(ctx)}
            />
          )
        }
        mayPropose={isSeated(ctx.actor)}
      />
    ),
  });
}

function seatsOf(ctx: Ctx, ids: readonly (string | null)[]) {
  return seatsById(
    ctx,
    ids.filter((one) => one !== null),
  );
}
