import { InputProblem } from '../../platform/input-problem.ts';
import { type Locale, translate } from '../../ui/index.ts';
import type { SeatedCtx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import type { ChangeInWords } from '../joint-change/index.ts';
import type { JointChangeHandler } from '../joint-change/server.ts';
import { recordWords } from '../record/index.ts';
import { readHeads } from '../record/server.ts';
import { readHold } from './hold.store.ts';
import type { LegalHold } from './hold.ts';
import { liftHold, removeRecord } from './removal.store.ts';
import { retentionWords } from './retention.words.ts';

const w = retentionWords;

/** Removing a record whose time is over, as a joint change. */
export const removalChange: JointChangeHandler = {
  describe: async (ctx, { recordId }, locale): Promise<ChangeInWords> => {
    const [head] = recordId ? await readHeads(ctx, [recordId]) : [];
    const kind = head ? translate(recordWords, locale, `kind.${head.kind}`) : '';
    return {
      before: [
        head
          ? translate(w, locale, 'removal.before', { kind, title: head.title })
          : translate(w, locale, 'removal.gone'),
      ],
      after: [
        translate(w, locale, 'removal.after'),
        translate(w, locale, 'removal.stays'),
        translate(w, locale, 'removal.copies'),
      ],
    };
  },
  apply: async (ctx, { id, visibleTo, recordId }) => {
    const outcome = await removeRecord(ctx, id).catch(stillMentioned);
    if (outcome !== 'removed') throw new InputProblem({ form: `retention.${outcome}` });
    await audit(ctx, 'record.removed', {
      visibleTo,
      ...(recordId ? { recordId } : {}),
      details: { change: id },
    });
  },
};

/** The database found only while removing that something which stays rests on a part of it. */
function stillMentioned(error: unknown): 'mentioned' {
  if (error instanceof Error && 'code' in error && error.code === 'CH002') return 'mentioned';
  throw error;
}

/** Lifting a legal hold, as a joint change. */
export const liftingChange: JointChangeHandler = {
  describe: async (ctx, { after }, locale): Promise<ChangeInWords> => {
    const hold = await readHold(ctx, String(after.hold));
    return {
      before: [
        hold ? holdInWords(locale, hold) : '',
        hold ? translate(w, locale, 'lifting.reason', { reason: hold.reason }) : '',
      ],
      after: [translate(w, locale, 'lifting.after')],
    };
  },
  apply: async (ctx: SeatedCtx, { id, after }) => {
    await liftHold(ctx, id);
    await audit(ctx, 'hold.lifted', {
      visibleTo: 'partnership',
      details: { hold: after.hold, change: id },
    });
  },
};

function holdInWords(locale: Locale, hold: LegalHold): string {
  const title = hold.recordTitle ?? translate(w, locale, 'hold.hidden');
  return translate(w, locale, `hold.${hold.scope}`, { title, name: hold.personName ?? '' });
}
