import { nameVisibility } from '../partnership/access/visibility-words.ts';
import { VisibleTo } from '../partnership/access/visible-to.view.tsx';
import { readChain } from '../partnership/record/record.store.ts';
import type { RecordHead } from '../partnership/record/record.ts';
import { recordWords } from '../partnership/record/record.words.ts';
import { RecordChain } from '../partnership/record/record-chain.view.tsx';
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
