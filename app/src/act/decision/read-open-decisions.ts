import type { Ctx, SeatedCtx } from '../../partnership/access/server.ts';
import { localToday } from '../../partnership/cycle/server.ts';
import { onTeam } from '../team/index.ts';
import { readSeatsOfTeams } from '../team/server.ts';
import { readDecisions, readElectors } from './decision.store.ts';
import {
  canReveal,
  type Decision,
  type DecisionNeed,
  hasSpoken,
  mayConduct,
  type OpenDecision,
} from './decision.ts';

/** Decisions that are open or revealed but not closed, the next deadline first. Two queries. */
export async function readOpenDecisions(ctx: Ctx): Promise<OpenDecision[]> {
  return openOf(ctx, await readDecisions(ctx, ['open', 'revealed']));
}

async function openOf(ctx: Ctx, decisions: readonly Decision[]): Promise<OpenDecision[]> {
  const electors = await readElectors(
    ctx,
    decisions.map(({ id }) => id),
  );
  const now = ctx.clock.now();
  return decisions
    .map((decision) => {
      const all = (electors.get(decision.id) ?? []).map((elector) => ({
        ...elector,
        spoken: hasSpoken(elector, decision.round),
      }));
      const mine = all.find(({ seatId }) => seatId === ctx.actor.seat?.seatId);
      return {
        decision,
        electors: all,
        spoken: all.filter(({ spoken }) => spoken).length,
        stanceMissing:
          decision.state === 'open' && now < decision.closesAt && mine?.spoken === false,
      };
    })
    .toSorted((a, b) => a.decision.closesAt.getTime() - b.decision.closesAt.getTime());
}

/** The decisions that wait for the acting seat: a stance, the reveal, the closing, the review. */
export async function readDecisionsNeedingMe(ctx: SeatedCtx): Promise<DecisionNeed[]> {
  const decisions = await readDecisions(ctx, ['open', 'revealed', 'passed', 'not-passed']);
  const open = await openOf(
    ctx,
    decisions.filter(({ closedAt }) => closedAt === null),
  );
  const revealed = open.filter(({ decision }) => decision.state === 'revealed');
  const members = await readSeatsOfTeams(
    ctx,
    revealed.map(({ decision }) => decision.teamId),
  );
  const today = localToday(ctx);
  const now = ctx.clock.now();
  const needs: DecisionNeed[] = [];
  for (const { decision, electors, stanceMissing } of open) {
    const { id, title } = decision;
    const speaks = electors.some(({ seatId }) => seatId === ctx.actor.seat.seatId);
    if (stanceMissing) needs.push({ id, title, need: 'stance', by: decision.closesAt });
    else if (speaks && canReveal({ decision, electors }, now)) {
      needs.push({ id, title, need: 'reveal', by: null });
    } else if (
      decision.state === 'revealed' &&
      mayConduct(ctx.actor, members.get(decision.teamId) ?? [])
    ) {
      needs.push({ id, title, need: 'close', by: null });
    }
  }
  for (const { id, title, closedAt, reviewedAt, reviewOn, teamId } of decisions) {
    const due = closedAt !== null && reviewedAt === null && reviewOn <= today;
    if (due && onTeam(ctx.actor, teamId)) needs.push({ id, title, need: 'review', by: reviewOn });
  }
  return needs;
}
