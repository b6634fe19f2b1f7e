import { join } from 'node:path';
import { playCaucus } from '../../src/partnership/caucus/server.ts';
import { ratifyCompact, writeCompact } from '../../src/partnership/compact/server.ts';
import { openNextCycle, readUnfinished } from '../../src/partnership/cycle/server.ts';
import { inviteToSeat } from '../../src/partnership/invitation/server.ts';
import { insertRecord } from '../../src/partnership/record/server.ts';
import { applyImport, previewImport, readFolder } from '../../src/partnership/roster/server.ts';
import { addSeat } from '../../src/partnership/seat/server.ts';
import { addSite } from '../../src/partnership/site/server.ts';
import type { Stage } from './stage.ts';

/** What one organization keeps to itself: its talk, and whom it invites. */
export async function fillCaucus(stage: Stage, lead: string, other: string): Promise<void> {
  // Who sits for two organizations has keys and words of their own in both.
  const twoHats = [...stage.seats].find(
    ([key, { organizationId }]) =>
      key.startsWith('two hats') && organizationId === stage.seat(lead).organizationId,
  )?.[0];
  const { organizationId } = stage.seat(lead);
  const caucus = `caucus:${organizationId}`;
  const partnershipId = await stage.as(lead, async (ctx) => ctx.actor.partnership.id);
  const word = (what: string, visibleTo = caucus) =>
    stage.mark(`${what} of ${lead}`, visibleTo, partnershipId).word;
  // Sealed: no page, row or feed shows these words to anybody, not even to the members themselves.
  const nobody = 'person:nobody';
  const play = playCaucus(stage.as, { passphrase: 'for the matrix alone', scryptWork: 1 });
  await play.begin(lead);
  stage.caucusKeys.set(lead, { generation: play.key.generation, raw: play.key.raw });
  await play.join(other, lead);
  const threadId = await play.open(lead, {
    sort: 'discussion',
    title: `Thread ${word('caucus thread', nobody)}`,
    body: `First ${word('caucus post', nobody)}`,
  });
  await play.write(other, threadId, `Answer ${word('caucus answer', nobody)}`);
  if (twoHats) {
    await play.join(twoHats, lead);
    await play.write(twoHats, threadId, 'Said with one hat of two.');
  }
  await stage.as(lead, async (ctx) => {
    const title = `Open seat ${word('open seat', 'partnership')}`;
    const seatId = await addSeat(ctx, { organizationId, title, lead: false });
    await inviteToSeat(ctx, {
      seatId,
      sort: 'holder',
      name: `Invited ${word('invited name')}`,
      // The letter that carries the address is in the sender's own outbox too.
      email: `${word('invited address')}@test.example`,
    });
  });
}

/** The compact offered and partly ratified, a draft of the next, sites, and the next cycle. */
export async function fillPartnership(stage: Stage, lead: string, second: string): Promise<void> {
  const partnershipId = await stage.as(lead, async (ctx) => ctx.actor.partnership.id);
  const word = (what: string) =>
    stage.mark(`${what} of ${lead}`, 'partnership', partnershipId).word;
  await stage.as(lead, (ctx) => addSite(ctx, { name: `School ${word('site')}`, level: 'school' }));
  const compactId = await stage.as(lead, (ctx) =>
    writeCompact(ctx, {
      title: `Compact ${word('compact')}`,
      preamble: `Because ${word('preamble')}`,
      principles: `We listen ${word('principle')}`,
      behaviors: `We answer ${word('behavior')}`,
    }),
  );
  await stage.as(lead, (ctx) => ratifyCompact(ctx, compactId));
  await stage.as(second, (ctx) => ratifyCompact(ctx, compactId));
  // Compacts are offered as they are written; a draft is what its tables allow as well.
  await stage.as(lead, async (ctx) => {
    const draft = { kind: 'compact', state: 'draft', visibleTo: 'partnership' } as const;
    const id = await insertRecord(ctx, { ...draft, title: `Draft ${word('compact draft')}` });
    const shared = { partnershipId, visibleTo: 'partnership' };
    await ctx.db
      .insertInto('compact')
      .values({ ...shared, id, version: 2, preamble: '' })
      .execute();
    await ctx.db
      .insertInto('compactLine')
      .values({
        ...shared,
        compactId: id,
        position: 0,
        sort: 'principle',
        body: `We ${word('line')}`,
      })
      .execute();
  });
}

export async function turnTheCycle(stage: Stage, lead: string): Promise<void> {
  await stage.as(lead, async (ctx) =>
    openNextCycle(ctx, {
      name: `Year ${stage.mark('cycle', 'partnership', ctx.actor.partnership.id).word}`,
      startsOn: '2027-08-15',
      actOn: '2027-11-01',
      reflectOn: '2028-04-15',
      endsOn: '2028-06-30',
      carried: (await readUnfinished(ctx)).map(({ id }) => id),
    }),
  );
}

const roster = join(import.meta.dirname, '../../src/partnership/roster/fixtures/v11');

/** Addresses of the staff belong to the administration that imports them. */
export async function importRoster(stage: Stage, lead: string, apply: boolean): Promise<void> {
  const caucus = `caucus:${stage.seat(lead).organizationId}`;
  await stage.as(lead, async (ctx) => {
    const { word } = stage.mark('address on the roster', caucus, ctx.actor.partnership.id);
    const files = readFolder(roster).map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(Buffer.from(bytes).toString().replaceAll('@', `.${word}@`)),
    }));
    const id = await previewImport(ctx, files);
    if (apply) await applyImport(ctx, id);
  });
}
