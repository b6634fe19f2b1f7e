import { notAllowed, type SeatedCtx } from '../../partnership/access/server.ts';
import { audit } from '../../partnership/audit/server.ts';
import { insertRecord, linkRecords, readHeads } from '../../partnership/record/server.ts';
import { InputProblem } from '../../platform/input-problem.ts';
import { insertAction } from './action.store.ts';
import { readPossibleOwners } from './read-possible-owners.ts';

/** Notes something to do: who, by when, and what it came from. Whoever sees the source sees the action. */
export async function addAction(
  ctx: SeatedCtx,
  input: {
    title: string;
    ownerSeat: string;
    dueOn: string;
    details: string;
    fromId?: string | undefined;
    teamId?: string | undefined;
  },
): Promise<string> {
  const [source] = input.fromId ? await readHeads(ctx, [input.fromId]) : [];
  if (input.fromId && !source) throw notAllowed();
  const visibleTo = source?.visibleTo ?? 'partnership';
  const owners = await readPossibleOwners(ctx, visibleTo);
  if (!owners.some(({ id }) => id === input.ownerSeat)) {
    throw new InputProblem({ ownerSeat: 'choose-one' });
  }
  const { title, ownerSeat, dueOn, details, teamId = null } = input;
  const id = await insertRecord(ctx, { kind: 'action', title, state: 'open', visibleTo });
  await insertAction(ctx, { id, visibleTo, teamId, ownerSeat, dueOn, details });
  if (source) await linkRecords(ctx, source.id, id);
  await audit(ctx, 'action.added', {
    visibleTo,
    recordId: id,
    details: { title, owner: ownerSeat, dueOn },
  });
  return id;
}
