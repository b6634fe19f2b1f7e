import { accessWords, WhoCanRead } from '../partnership/access/index.ts';
import { readReaders } from '../partnership/access/server.ts';
import { auditWords } from '../partnership/audit/index.ts';
import { RecordChain, type RecordHead } from '../partnership/record/index.ts';
import { readChain } from '../partnership/record/server.ts';
import { emptyForm } from '../ui/form-state.ts';
import { recordChanges } from './record-changes.tsx';
import { recordDiscussion } from './record-discussion.tsx';
import { retentionLine } from './retention-line.tsx';
import type { Visit } from './visit.ts';

/** What surrounds every record: who can see it, what led here and what came of it, what people say. */
export async function recordSurround(visit: Visit, head: RecordHead) {
  const { ctx } = visit;
  const readers = await readReaders(ctx, head.visibleTo);
  // Whoever already looks as somebody else chooses anew from there, not from here.
  const path = ctx.actor.seat && !ctx.actor.seenAs ? visit.url.pathname : undefined;
  const chain = await readChain(ctx, head.id);
  return {
    visibility: (
      <WhoCanRead
        readers={readers}
        path={path}
        further={
          <>
            {head.kind === 'voice' && <p>{visit.say(accessWords, 'readers.receipt')}</p>}
            {path && (
              <p>
                <a href={`/p/${ctx.actor.partnership?.slug}/audit?record=${head.id}`}>
                  {visit.say(auditWords, 'of-record')}
                </a>
              </p>
            )}
          </>
        }
      />
    ),
    side: (
      <>
        <RecordChain slug={ctx.actor.partnership?.slug ?? ''} head={head} chain={chain} />
        {await recordChanges(visit, head)}
        {await retentionLine(visit, head)}
      </>
    ),
    foot: await recordDiscussion(ctx, head, emptyForm),
  };
}
