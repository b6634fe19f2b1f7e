import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { bytesParameter } from '../../platform/database/database.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import type { SeatHeld } from '../access/index.ts';
import type { Ctx, SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { openCycle } from '../cycle/server.ts';
import { inviteToSeat } from '../invitation/server.ts';
import { addOrganization } from '../organization/server.ts';
import { addSeat } from '../seat/server.ts';
import { addSite } from '../site/server.ts';
import type { Founding } from './founding.ts';

export function setupTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Is this set-up link still waiting to be used? */
export async function setupLinkIsOpen(ctx: Ctx, token: string): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`
    select setup_open(${bytesParameter(setupTokenHash(token))}) as open`.execute(ctx.db);
  return rows[0]?.open ?? false;
}

/**
 * Starts a partnership: the founder sits for the administration, the association's president is
 * invited, and the first cycle has its dates. Uses up the set-up link.
 */
export async function foundPartnership(
  ctx: Ctx,
  input: Founding & { token: string; account: { id: string; name: string }; demo?: boolean },
): Promise<{ ctx: SeatedCtx; slug: string; invitationId: string }> {
  const { random } = ctx;
  const ids = {
    partnership: random.uuid(),
    organization: random.uuid(),
    seat: random.uuid(),
    person: random.uuid(),
    term: random.uuid(),
  };
  const slug = await freeSlug(ctx, input.name);
  const { rows } = await sql<{ founded: boolean }>`
    select found_partnership(
      ${bytesParameter(setupTokenHash(input.token))}, ${ctx.clock.now()}, ${input.account.id}::uuid,
      ${JSON.stringify({
        id: ids.partnership,
        slug,
        name: input.name,
        level: input.level,
        place: input.place,
        time_zone: input.timeZone,
        locale: input.locale,
        demo: input.demo ?? false,
      })}::jsonb,
      ${JSON.stringify({
        id: ids.organization,
        name: input.administrationName,
        constituency: 'administration',
      })}::jsonb,
      ${JSON.stringify({ id: ids.seat, title: input.founderTitle })}::jsonb,
      ${JSON.stringify({ id: ids.person, name: input.account.name })}::jsonb,
      ${ids.term}::uuid) as founded`.execute(ctx.db);
  if (!rows[0]?.founded) throw new InputProblem({ form: 'founding.link-used' });
  const seat: SeatHeld = {
    partnershipId: ids.partnership,
    slug,
    partnershipName: input.name,
    personId: ids.person,
    seatId: ids.seat,
    title: input.founderTitle,
    lead: true,
    sort: 'holder',
    organizationId: ids.organization,
    organizationName: input.administrationName,
    constituency: 'administration',
  };
  const founder: SeatedCtx = {
    ...ctx,
    actor: {
      account: { ...input.account, email: '', locale: input.locale, demo: input.demo ?? false },
      partnership: {
        id: ids.partnership,
        slug,
        name: input.name,
        level: input.level,
        place: input.place,
        timeZone: input.timeZone,
        locale: input.locale,
        demo: input.demo ?? false,
      },
      seat,
      seats: [seat],
      audiences: ['public', 'partnership', `caucus:${ids.organization}`, `person:${ids.person}`],
    },
  };
  await audit(founder, 'partnership.founded', {
    visibleTo: 'partnership',
    details: { name: input.name },
  });
  await addSite(founder, { name: input.name, level: input.level });
  await openCycle(founder, {
    name: input.cycleName,
    startsOn: input.startsOn,
    actOn: input.actOn,
    reflectOn: input.reflectOn,
    endsOn: input.endsOn,
  });
  const associationId = await addOrganization(founder, {
    name: input.associationName,
    constituency: 'educators',
    exclusiveRepresentative: true,
  });
  const presidentSeat = await addSeat(founder, {
    organizationId: associationId,
    title: input.presidentTitle,
    lead: true,
  });
  const invitationId = await inviteToSeat(founder, {
    seatId: presidentSeat,
    name: input.presidentName,
    email: input.presidentEmail,
    sort: 'holder',
  });
  return { ctx: founder, slug, invitationId };
}

/** A short name for addresses, made from the name; numbered when somebody else has it. */
async function freeSlug(ctx: Ctx, name: string): Promise<string> {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'partnership';
  const { rows } = await sql<{ slug: string }>`select free_slug(${base}) as slug`.execute(ctx.db);
  return rows[0]?.slug ?? base;
}
