import { leaveOut, openRequest } from '../../src/partnership/export/server.ts';
import { placeHold } from '../../src/partnership/retention/server.ts';
import type { Stage } from './stage.ts';

/** A hold on a person and one on a record; and what is left of a record that was removed long ago. */
export async function keepRecords(stage: Stage, lead: string, person: string): Promise<void> {
  const { partnershipId, word } = await stage.as(lead, async (ctx) => {
    const { id } = ctx.actor.partnership;
    return { partnershipId: id, word: stage.mark('reason to hold', 'partnership', id).word };
  });
  await stage.as(lead, (ctx) =>
    placeHold(ctx, {
      scope: 'person',
      person: stage.seat(person).personId,
      reason: `Asked for ${word}`,
    }),
  );
  const { owner } = stage.here.database;
  const voice = stage.voices.find(({ visibleTo }) => visibleTo === 'partnership');
  if (voice && lead === 'superintendent')
    await stage.as(lead, (ctx) =>
      placeHold(ctx, { scope: 'topic', record: voice.id, reason: 'Asked for as well' }),
    );
  await prepareCopy(stage, lead, partnershipId);
  if (lead === 'superintendent') await leadNoMore(stage, 'principal', partnershipId);
  for (const visibleTo of ['public', 'partnership', `caucus:${stage.seat(lead).organizationId}`])
    await owner.query(
      `insert into tombstone (partnership_id, id, visible_to, kind, class, created_on, started_on, kept_until,
         removed_at, change_id, proposed_by_seat, agreed_by_seat)
       values ($1, $2, $3, 'voice', 'correspondence', '2010-01-01', '2010-02-01', '2017-02-01', '2018-01-01', $4, $5, $5)`,
      [partnershipId, stage.random.uuid(), visibleTo, stage.random.uuid(), stage.seat(lead).seatId],
    );
}

/** A copy that is being prepared, with what is to stay back, is seen by whoever prepares it. */
async function prepareCopy(stage: Stage, lead: string, partnershipId: string): Promise<void> {
  const own = `person:${stage.seat(lead).personId}`;
  const word = (what: string) => stage.mark(what, own, partnershipId).word;
  const id = await stage.as(lead, (ctx) =>
    openRequest(ctx, {
      scope: 'partnership',
      askedBy: `Asked by ${word('who asked')}`,
      askedOn: '2026-09-30',
      locale: 'en',
      withOwn: true,
    }),
  );
  await stage.as(lead, (ctx) =>
    leaveOut(ctx, id, {
      items: [],
      passages: word('what is hidden'),
      within: '',
      reason: word('why it is hidden'),
    }),
  );
}

/** Somebody began a copy when their seat was still a lead's. */
async function leadNoMore({ here, random, seat }: Stage, key: string, partnershipId: string) {
  const { seatId, personId } = seat(key);
  await here.database.owner.query(
    `insert into records_request (partnership_id, id, visible_to, scope, asked_by, asked_on, locale, made_by_seat, created_at)
     values ($1, $2, 'person:' || $3, 'partnership', 'Somebody', '2026-09-30', 'en', $4, $5)`,
    [partnershipId, random.uuid(), personId, seatId, here.clock.now()],
  );
}
