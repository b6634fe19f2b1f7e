import {
  answerJointChange,
  proposeJointChange,
} from '../../src/partnership/joint-change/server.ts';
import { insertRecord } from '../../src/partnership/record/server.ts';
import type { Stage } from './stage.ts';

/**
 * Joint changes as they wait, take effect and are declined; of what everybody at the table sees, and
 * of what only a team does. The records themselves carry no marked words: some of them are opened.
 */
export async function changeTogether(
  stage: Stage,
  [one, other]: readonly [string, string],
  teamId: string,
): Promise<void> {
  const partnershipId = await stage.as(one, async (ctx) => ctx.actor.partnership.id);
  const propose = (visibleTo: string) =>
    stage.as(one, async (ctx) => {
      const lesson = { kind: 'lesson', title: 'A lesson in question', state: 'shared' } as const;
      const recordId = await insertRecord(ctx, { ...lesson, visibleTo });
      const { word } = stage.mark('reason for a change', visibleTo, partnershipId);
      return proposeJointChange(ctx, {
        kind: 'visibility',
        recordId,
        after: { visibleTo: 'public' },
        reason: `Because ${word}`,
      });
    });
  for (const visibleTo of ['partnership', `team:${teamId}`]) {
    const answer = async (said: 'agree' | 'decline') => {
      const id = await propose(visibleTo);
      const { word } = stage.mark('answer to a change', visibleTo, partnershipId);
      await stage.as(other, (ctx) =>
        answerJointChange(ctx, { id, answer: said, reason: `Since ${word}` }),
      );
    };
    await propose(visibleTo);
    await answer('agree');
    await answer('decline');
  }
}
