import { createHash } from 'node:crypto';
import { InputProblem } from '../../platform/input-problem.ts';
import type { SeatHeld } from '../access/index.ts';
import type { Ctx, SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { openCycle } from '../cycle/server.ts';
import { inviteToSeat } from '../invitation/server.ts';
import { addOrganization } from '../organization/server.ts';
import { addSeat } from '../seat/server.ts';
import { addSite } from '../site/server.ts';
import { insertPartnership, readFreeSlug, setupIsOpen } from './founding.store.ts';
import type { Founding } from './founding.ts';

export function setupTokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Is this set-up link still waiting to be used? */
export function setupLinkIsOpen(ctx: Ctx, token: string): Promise<boolean> {
  return setupIsOpen(ctx, setupTokenHash(token));
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
  const founded = await insertPartnership(ctx, setupTokenHash(input.token), {
    accountId: input.account.id,
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
    administration: { id: ids.organization, name: input.administrationName },
    seat: { id: ids.seat, title: input.founderTitle },
    person: { id: ids.person, name: input.account.name },
    termId: ids.term,
  });
  if (!founded) throw new InputProblem({ form: 'founding.link-used' });
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
function freeSlug(ctx: Ctx, name: string): Promise<string> {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'partnership';
  return readFreeSlug(ctx, base);
}
