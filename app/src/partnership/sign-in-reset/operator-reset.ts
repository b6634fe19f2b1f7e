import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import { OperatorError } from '../../platform/errors.ts';
import type { Random } from '../../platform/random.ts';
import { translate } from '../../ui/catalogue.ts';
import {
  auditOfOperator,
  findPartnership,
  heldLeadSeats,
  insertLetter,
  insertReset,
  insertResetTicket,
  latestReset,
  leadsToTell,
  markGiven,
} from './operator-reset.store.ts';
import { linkDays, waitingHours } from './sign-in-reset.ts';
import { signInResetWords } from './sign-in-reset.words.ts';

/** What the operator's command has: the owner of the database in a transaction, and no seat. */
export interface OperatorCtx {
  client: PoolClient;
  clock: Clock;
  random: Random;
  baseUrl: string;
}

/** In one transaction of the owner of the database: all of it, or nothing. */
export async function asOperator<Result>(
  owner: Pool,
  base: Omit<OperatorCtx, 'client'>,
  work: (ctx: OperatorCtx) => Promise<Result>,
): Promise<Result> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    const result = await work({ ...base, client });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first failure is the one to tell
    throw error;
  } finally {
    client.release();
  }
}

type Partnership = NonNullable<Awaited<ReturnType<typeof findPartnership>>>;

const hourMs = 3_600_000;

/** Starts it: everybody at the table reads of it, and every lead gets a letter. */
export async function askForReset(
  ctx: OperatorCtx,
  slug: string,
  seatIds: readonly [string, string],
): Promise<{ opensAt: Date; letters: number }> {
  const here = await partnershipCalled(ctx, slug);
  const at = ctx.clock.now();
  const [first, second] = await heldLeadSeats(ctx.client, here.id, seatIds, at);
  if (!first || !second)
    throw new OperatorError(
      'Both must be seats of leads in this partnership that somebody with an account holds today. The number of a seat is the last part of its address, after /partners/seats/.',
    );
  if (first.organizationId === second.organizationId || first.personId === second.personId)
    throw new OperatorError(
      'The two seats must belong to two organizations and to two people. Where one lead of an organization can still sign in, that organization helps its own people.',
    );
  const latest = await latestReset(ctx.client, here.id);
  if (latest && !latest.stoppedAt && !latest.givenAt)
    throw new OperatorError(
      `One waits already, since ${latest.askedAt.toISOString()}; its links can be given from ${latest.opensAt.toISOString()}.`,
    );
  const opensAt = new Date(at.getTime() + waitingHours * hourMs);
  const id = ctx.random.uuid();
  await insertReset(ctx.client, {
    partnershipId: here.id,
    id,
    seats: [first, second],
    at,
    opensAt,
  });
  await auditOfOperator(ctx.client, here.id, 'reset.asked', at);
  const letters = await tellLeads(ctx, here, 'asked', id, opensAt);
  return { opensAt, letters };
}

/** After the wait: one link for each of the two, if they still sit where they sat. */
export async function giveResetLinks(ctx: OperatorCtx, slug: string): Promise<string[]> {
  const here = await partnershipCalled(ctx, slug);
  const at = ctx.clock.now();
  const reset = await latestReset(ctx.client, here.id);
  if (!reset || reset.givenAt)
    throw new OperatorError('Nothing waits here. Start with the numbers of two seats.');
  if (reset.stoppedAt)
    throw new OperatorError(
      `A lead stopped it at ${reset.stoppedAt.toISOString()}. Talk with the partners before you start anew.`,
    );
  if (at < reset.opensAt)
    throw new OperatorError(
      `Any lead can stop it until ${reset.opensAt.toISOString()}; the links can be given after that.`,
    );
  const seats = await heldLeadSeats(ctx.client, here.id, reset.seats, at);
  const same = seats.filter(({ personId }, place) => personId === reset.people[place]);
  if (same.length !== 2)
    throw new OperatorError(
      'One of the two seats is held by somebody else now, or by nobody. No link is given; start anew if it is still needed.',
    );
  await markGiven(ctx.client, here.id, reset.id, at);
  await auditOfOperator(ctx.client, here.id, 'reset.given', at);
  await tellLeads(ctx, here, 'given', reset.id, reset.opensAt);
  const expiresAt = new Date(at.getTime() + linkDays * 24 * hourMs);
  const links: string[] = [];
  for (const { accountId } of same) {
    const token = Buffer.from(ctx.random.bytes(32)).toString('base64url');
    const tokenHash = createHash('sha256').update(token).digest();
    await insertResetTicket(ctx.client, { tokenHash, accountId, expiresAt });
    links.push(`${ctx.baseUrl}/sign-in/reset/${token}`);
  }
  return links;
}

/** Where it stands, in dates alone. */
export async function resetState(ctx: OperatorCtx, slug: string) {
  const here = await partnershipCalled(ctx, slug);
  return latestReset(ctx.client, here.id);
}

async function partnershipCalled({ client }: OperatorCtx, slug: string): Promise<Partnership> {
  const found = await findPartnership(client, slug);
  if (!found || found.demo)
    throw new OperatorError(`There is no partnership ${slug} in this installation.`);
  return found;
}

async function tellLeads(
  { client, clock, random, baseUrl }: OperatorCtx,
  here: Partnership,
  sort: 'asked' | 'given',
  id: string,
  opensAt: Date,
): Promise<number> {
  const at = clock.now();
  const leads = await leadsToTell(client, here.id, at);
  for (const { email, locale } of leads) {
    const date = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: here.timeZone,
    }).format(opensAt);
    const link = `${baseUrl}/p/${here.slug}/partners/resets/${id}`;
    const say = (part: 'subject' | 'body') =>
      translate(signInResetWords, locale, `letter.${sort}.${part}`, {
        partnership: here.name,
        date,
        link,
      });
    const letter = { subject: say('subject'), body: say('body') };
    await insertLetter(client, {
      id: random.uuid(),
      partnershipId: here.id,
      at,
      to: email,
      ...letter,
    });
  }
  return leads.length;
}
