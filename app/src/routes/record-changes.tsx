import { seated } from '../partnership/access/server.ts';
import { JointChangeList, jointChangeWords } from '../partnership/joint-change/index.ts';
import { readJointChangesOf, readOutlook } from '../partnership/joint-change/server.ts';
import type { RecordHead } from '../partnership/record/index.ts';
import { SideSection } from '../ui/index.ts';
import type { Visit } from './visit.ts';

/** The joint changes of a record that wait, and the way to propose who may see it; for members only. */
export async function recordChanges(visit: Visit, head: RecordHead) {
  const { actor } = visit.ctx;
  if (!actor.seat || actor.seenAs) return null;
  const ctx = seated(visit.ctx);
  const { say } = visit;
  const base = `/p/${ctx.actor.partnership.slug}`;
  const waiting = (await readJointChangesOf(ctx, head.id)).filter(
    ({ state }) => state === 'waiting',
  );
  const may = await mayPropose(visit, head);
  if (waiting.length === 0 && !may) return null;
  const proposed = waiting.some(({ kind }) => kind === 'visibility');
  return (
    <SideSection title={say(jointChangeWords, 'title')}>
      {waiting.length > 0 && (
        <JointChangeList
          base={base}
          label={say(jointChangeWords, 'waiting')}
          changes={waiting}
          titles={new Map([[head.id, head.title]])}
        />
      )}
      {may && !proposed && (
        <p>
          <a href={`${base}/joint-changes/new?from=${head.id}`}>
            {say(jointChangeWords, 'visibility.link')}
          </a>
        </p>
      )}
    </SideSection>
  );
}

/** The compact is for everybody at the table by its nature. */
async function mayPropose(visit: Visit, head: RecordHead): Promise<boolean> {
  if (head.kind === 'compact') return false;
  const after = { visibleTo: head.visibleTo === 'public' ? 'partnership' : 'public' };
  const outlook = await readOutlook(seated(visit.ctx), {
    kind: 'visibility',
    recordId: head.id,
    after,
  });
  return outlook.mayPropose;
}
