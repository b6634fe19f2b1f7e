import { mayBeNamedIn, mayBringItems } from '../act/meeting/index.ts';
import { readUpcomingMeetings } from '../act/meeting/server.ts';
import type { Ctx } from '../partnership/access/server.ts';
import { Discussion, type Guarded, type WayOut } from '../partnership/discussion/index.ts';
import { readDiscussion, readGuards } from '../partnership/discussion/server.ts';
import { readOrganization } from '../partnership/organization/server.ts';
import type { RecordHead } from '../partnership/record/index.ts';
import { readHeads } from '../partnership/record/server.ts';
import { seatsById } from '../partnership/seat/server.ts';
import type { FormState } from '../ui/form-state.ts';

/** The discussion beneath a record; the same number of queries however much was said. */
export async function recordDiscussion(ctx: Ctx, head: RecordHead, form: FormState) {
  const posts = await readDiscussion(ctx, head.id);
  const seats = await seatsById(ctx, [...new Set(posts.map(({ seatId }) => seatId))]);
  const [guarded] = await readGuards(ctx, head.id);
  return (
    <Discussion
      form={form}
      base={`/p/${ctx.actor.partnership?.slug ?? ''}`}
      record={head}
      posts={posts}
      seats={seats}
      personId={ctx.actor.seat?.personId}
      wayOut={guarded ? await wayOutOf(ctx, head, guarded) : null}
    />
  );
}

/** Where somebody who had better not write here can take the matter. */
async function wayOutOf(ctx: Ctx, head: RecordHead, guarded: Guarded): Promise<WayOut> {
  const { teamId, bodyId, kind } = guarded;
  const [team] = teamId ? await readHeads(ctx, [teamId]) : [];
  const board = kind === 'board' ? await readOrganization(ctx, bodyId) : null;
  const [next] = teamId ? await readUpcomingMeetings(ctx, { teamIds: [teamId], limit: 1 }) : [];
  return {
    guarded,
    bodyName: board?.name ?? team?.title ?? '',
    meeting: next
      ? {
          id: next.id,
          title: next.title,
          mayBring: mayBringItems(ctx.actor, next) && mayBeNamedIn(next, head),
        }
      : null,
  };
}
