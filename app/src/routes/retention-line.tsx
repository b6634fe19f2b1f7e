import type { RecordHead } from '../partnership/record/index.ts';
import { RetentionLine } from '../partnership/retention/index.ts';
import { readRetention } from '../partnership/retention/server.ts';
import type { Visit } from './visit.ts';

/** Until when this record is kept, for the side of its page. One query. */
export async function retentionLine(visit: Visit, head: Pick<RecordHead, 'id'>) {
  const [retention] = await readRetention(visit.ctx, [head.id]);
  const { seat, partnership } = visit.ctx.actor;
  const slug = seat && partnership ? partnership.slug : null;
  return (
    retention && <RetentionLine slug={slug} lead={seat?.lead ?? false} retention={retention} />
  );
}
