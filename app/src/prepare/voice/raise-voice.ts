import type { SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { insertRecord } from '../../partnership/record/server.ts';
import { readSeats } from '../../partnership/seat/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { answerBy } from './answer-by.ts';
import { auditUnnamedVoice } from './unnamed-voice.store.ts';
import { titleOf, type VoiceSort, type VoiceVisibility } from './voice.ts';

export interface VoiceRaised {
  sort: VoiceSort;
  body: string;
  locale: string;
  visibility: VoiceVisibility;
  named: boolean;
  siteId?: string | undefined;
  /** Who is asked to answer, and within how many school days. */
  answerSeat: string;
  answerDays: number;
}

/**
 * Raises a voice. Where the person does not want to be named, nothing that others can read says who
 * it was or from which side of the table: that they raised it is noted for that person alone.
 */
export async function raiseVoice(ctx: SeatedCtx, input: VoiceRaised): Promise<string> {
  const { actor, db } = ctx;
  const { seat, partnership } = actor;
  const visibleTo =
    input.visibility === 'caucus' ? `caucus:${seat.organizationId}` : input.visibility;
  const [asked] = await readSeats(ctx, [input.answerSeat]);
  if (!asked) throw new InputProblem({ answerSeat: 'choose-one' });
  if (input.visibility === 'caucus' && asked.organizationId !== seat.organizationId) {
    throw new InputProblem({ answerSeat: 'voice.own-organization' });
  }
  const id = await insertRecord(ctx, {
    kind: 'voice',
    title: titleOf(input.body),
    state: 'waiting',
    visibleTo,
    siteId: input.siteId,
    named: input.named,
  });
  await db
    .insertInto('voice')
    .values({
      partnershipId: partnership.id,
      id,
      visibleTo,
      sort: input.sort,
      body: input.body,
      locale: input.locale,
      // A side of the table with one or two people in it would name them.
      constituency: input.named ? seat.constituency : null,
      namedPerson: input.named ? seat.personId : null,
      answerSeat: input.answerSeat,
      answerBy: answerBy(localToday(ctx), input.answerDays),
    })
    .execute();
  await db
    .insertInto('voiceAuthor')
    .values({
      partnershipId: partnership.id,
      voiceId: id,
      personId: seat.personId,
      visibleTo: `person:${seat.personId}`,
    })
    .execute();
  if (input.named) await audit(ctx, 'voice.raised', { visibleTo, recordId: id });
  else await auditUnnamedVoice(ctx, id);
  return id;
}
