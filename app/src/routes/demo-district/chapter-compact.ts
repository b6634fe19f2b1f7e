import { ratifyCompact, writeCompact } from '../../partnership/compact/server.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

/** The compact: drafted by two, ratified by eight. */
export async function bindTogether(stage: Stage, memory: Memory): Promise<void> {
  stage.on(440);
  const compact = await stage.as('okafor', (ctx) =>
    writeCompact(ctx, {
      title: 'The Riverbend Compact',
      preamble:
        'Our children do better when the grown-ups around them pull in one direction. We have not always done so. From this year on we want to.',
      principles: [
        'Every question begins with what it means for students.',
        'We do not let each other fail.',
        'Nobody is surprised: we tell each other before we tell the newspaper.',
        'Disagreement is useful. We work it through instead of around it.',
        'What a contract or the law settles stays settled there.',
      ].join('\n'),
      behaviors: [
        'We ask those affected before we decide, and we show what we heard.',
        'We decide together as often as we can, and say beforehand how.',
        'We answer every voice, also when the answer is no.',
        'We bring data to the table early, also when it is not flattering.',
        'We speak of each other as if the other were in the room.',
      ].join('\n'),
      reviewOn: stage.day(-60),
    }),
  );
  memory.set('compact', compact);
  const leads = ['okafor', 'ortega', 'greene', 'jackson', 'rivera', 'abdi', 'kim', 'lindqvist'];
  for (const [at, lead] of leads.entries()) {
    stage.on(438 - at * 2, 15);
    await stage.as(lead, (ctx) => ratifyCompact(ctx, compact));
  }
}
