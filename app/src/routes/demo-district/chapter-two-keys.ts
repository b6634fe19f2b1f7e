import { proposeJointChange } from '../../partnership/joint-change/server.ts';
import { readRules, reviewRules } from '../../partnership/jurisdiction/server.ts';
import type { Memory } from './memory.ts';
import { recall } from './memory.ts';
import type { Stage } from './stage.ts';

/** Two have read the rules of the place; and a change is proposed that waits for a second key. */
export async function shareTheKeys(stage: Stage, memory: Memory): Promise<void> {
  for (const [lead, daysAgo] of [
    ['ortega', 64],
    ['jackson', 61],
  ] as const) {
    stage.on(daysAgo, 11);
    await stage.as(lead, async (ctx) => reviewRules(ctx, await readRules(ctx)));
  }
  stage.on(3, 16);
  await stage.as('ortega', (ctx) =>
    proposeJointChange(ctx, {
      kind: 'visibility',
      recordId: recall(memory, 'who-calls'),
      after: { visibleTo: 'public' },
      reason: 'Two neighboring districts asked how we settled this. Let us show them.',
    }),
  );
  stage.on(0, 8);
}
