import { VisibleTo } from '../partnership/access/index.ts';
import { nameVisibility } from '../partnership/access/server.ts';
import { RecordChain, type RecordHead, recordWords } from '../partnership/record/index.ts';
import { readChain } from '../partnership/record/server.ts';
import { SideSection } from '../ui/index.ts';
import type { Visit } from './visit.ts';

/** The side of a record's page: who can see it, what led here and what came of it. */
export async function recordSide(visit: Visit, head: RecordHead) {
  const { ctx, say } = visit;
  const visibility = await nameVisibility(ctx, head.visibleTo);
  const chain = await readChain(ctx, head.id);
  return (
    <>
      <SideSection title={say(recordWords, 'who.title')}>
        <VisibleTo visibility={visibility} />
      </SideSection>
      <RecordChain slug={ctx.actor.partnership?.slug ?? ''} head={head} chain={chain} />
    </>
  );
}
