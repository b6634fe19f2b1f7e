import { foundPartnership, setupTokenHash } from '../../src/partnership/founding/server.ts';
import { acceptInvitation, inviteToSeat } from '../../src/partnership/invitation/server.ts';
import { addOrganization } from '../../src/partnership/organization/server.ts';
import { addSeat, endTerm } from '../../src/partnership/seat/server.ts';
import { cast } from '../../src/partnership/testing/test-partnership.ts';
import { type Guest, guests } from './people.ts';
import type { SeatOf, Stage } from './stage.ts';

export const dayMs = 86_400_000;

/** Everybody sits down, gets a marked name, and some leave again or come only tomorrow. */
export async function seatPeople(stage: Stage): Promise<void> {
  for (const key of cast) await giveMarkedName(stage, key);
  for (const guest of guests) {
    if (guest.key === 'before a seat') stage.here.clock.advance(dayMs);
    await invite(stage, guest, guest.key);
    if (guest.key === 'before a seat') stage.here.clock.advance(-dayMs);
  }
  // One person, two organizations: only the hat worn opens a caucus.
  await invite(
    stage,
    { ...guests[0]!, inviter: 'community lead', constituency: 'community' },
    'two hats',
    'two hats as community',
  );
  await endTermOf(stage, 'president', 'after a seat ended');
  await waitForAnOrganization(stage);
}

/** Nobody sits for it yet, so every lead may invite its first person. */
async function waitForAnOrganization(stage: Stage): Promise<void> {
  await stage.as('superintendent', async (ctx) => {
    const { organizationId: own } = ctx.actor.seat;
    const word = (what: string, visibleTo: string) => stage.mark(what, visibleTo).word;
    const organizationId = await addOrganization(ctx, {
      name: `Awaited ${word('awaited organization', 'partnership')}`,
      constituency: 'university',
      exclusiveRepresentative: true,
    });
    const title = `Awaited ${word('awaited seat', 'partnership')}`;
    const seatId = await addSeat(ctx, { organizationId, title, lead: true });
    const name = `Awaited ${word('awaited name', `caucus:${own}`)}`;
    await inviteToSeat(ctx, { seatId, sort: 'holder', name });
    // A seat that only its own side knows of yet: no page makes one, the table allows it.
    await ctx.db
      .insertInto('seat')
      .values({
        partnershipId: ctx.actor.partnership.id,
        id: ctx.random.uuid(),
        visibleTo: `caucus:${own}`,
        organizationId,
        title: `Quiet ${word('quiet seat', `caucus:${own}`)}`,
        createdAt: ctx.clock.now(),
      })
      .execute();
  });
}

async function invite(stage: Stage, guest: Guest, account: string, key = guest.key) {
  const { here } = stage;
  const marker = stage.mark(`name of ${key}`, 'partnership');
  const { seatId, invitationId } = await stage.as(guest.inviter, async (ctx) => {
    const organizationId = guest.brings
      ? await addOrganization(ctx, {
          name: `Test ${guest.constituency} ${stage.mark(`organization of ${key}`, 'partnership').word}`,
          constituency: guest.constituency,
          exclusiveRepresentative: false,
        })
      : ctx.actor.seat.organizationId;
    const seatId = guest.alternateFor
      ? stage.seat(guest.alternateFor).seatId
      : await addSeat(ctx, {
          organizationId,
          title: `Seat ${stage.mark(`seat of ${key}`, 'partnership').word}`,
          lead: guest.lead,
        });
    const sort = guest.alternateFor ? 'alternate' : 'holder';
    return { seatId, invitationId: await inviteToSeat(ctx, { seatId, sort, name: key }) };
  });
  await stage.asNobody((ctx) =>
    acceptInvitation(
      ctx,
      { partnershipId: here.partnershipId, id: invitationId },
      { id: stage.account(account), name: `${key} ${marker.word}` },
    ),
  );
  stage.seats.set(key, await seatedAs(stage, account, seatId));
}

async function seatedAs({ here }: Stage, account: string, seatId: string): Promise<SeatOf> {
  const { rows } = await here.database.owner.query<SeatOf>(
    `select s.id as "seatId", p.id as "personId", s.organization_id as "organizationId"
     from seat s join person p on p.partnership_id = s.partnership_id
     where s.id = $1 and p.account_id = (select id from auth."user" where name = $2)`,
    [seatId, account],
  );
  return rows[0]!;
}

async function giveMarkedName(stage: Stage, key: string): Promise<void> {
  const name = `${key} ${stage.mark(`name of ${key}`, 'partnership').word}`;
  await stage.as(key, (ctx) =>
    ctx.db.updateTable('person').set({ name }).where('id', '=', ctx.actor.seat.personId).execute(),
  );
}

async function endTermOf(stage: Stage, lead: string, key: string): Promise<void> {
  await stage.as(lead, async (ctx) => {
    const term = await ctx.db
      .selectFrom('term')
      .select('id')
      .where('personId', '=', stage.seat(key).personId)
      .executeTakeFirstOrThrow();
    await endTerm(ctx, term.id);
  });
}

/** A second partnership on the same installation, with people of its own. */
export async function foundTheOther(
  stage: Stage,
): Promise<{ partnershipId: string; slug: string }> {
  const token = 'another set-up link';
  await stage.here.database.owner.query('insert into setup_token (token_hash) values ($1)', [
    setupTokenHash(token),
  ]);
  const founded = await stage.asNobody((ctx) =>
    foundPartnership(ctx, {
      token,
      account: { id: stage.account('other lead'), name: 'other lead' },
      name: 'Other District',
      level: 'district',
      place: 'Elsewhere',
      timeZone: 'America/Chicago',
      locale: 'es',
      administrationName: 'Other Administration',
      founderTitle: 'Other superintendent',
      associationName: 'Other Association',
      presidentTitle: 'Other president',
      presidentName: 'other president',
      presidentEmail: 'other@test.example',
      cycleName: 'Other year',
      startsOn: '2026-08-15',
      actOn: '2026-11-01',
      reflectOn: '2027-04-15',
      endsOn: '2027-06-30',
    }),
  );
  const { actor } = founded.ctx;
  const { slug } = founded;
  const partnershipId = actor.partnership.id;
  for (const key of ['other lead', 'other president', 'other member']) stage.slugs.set(key, slug);
  stage.seats.set('other lead', actor.seat);
  const accept = async (key: string, id: string) => {
    const name = `${key} ${stage.mark(`name of ${key}`, 'partnership', partnershipId).word}`;
    const seatId = await stage.asNobody((ctx) =>
      acceptInvitation(ctx, { partnershipId, id }, { id: stage.account(key), name }),
    );
    stage.seats.set(key, await seatedAs(stage, key, seatId));
  };
  await accept('other president', founded.invitationId);
  const invitationId = await stage.as('other lead', async (ctx) => {
    const { organizationId } = ctx.actor.seat;
    const seatId = await addSeat(ctx, { organizationId, title: 'Other principal', lead: false });
    return inviteToSeat(ctx, { seatId, sort: 'holder', name: 'other member' });
  });
  await accept('other member', invitationId);
  return { partnershipId, slug };
}
