import { openThread, writeInThread } from '../../partnership/caucus/server.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

/** What stays inside one organization. */
export async function prepareInCaucus(stage: Stage, _memory: Memory): Promise<void> {
  stage.on(12, 20);
  const thread = await stage.as('ortega', (ctx) =>
    openThread(ctx, {
      sort: 'discussion',
      title: 'Before the decision on early mornings',
      body: 'I like the idea. I also want to hear from you what it means for people who open the buildings. What do your members say?',
    }),
  );
  stage.on(11, 19);
  await stage.as('kowalski', (ctx) =>
    writeInThread(ctx, {
      threadId: thread,
      body: 'At Lincoln people would do it if it is paid time and voluntary. Two said they cannot, with small children of their own.',
    }),
  );
  stage.on(10, 7);
  await stage.as('price', (ctx) =>
    writeInThread(ctx, {
      threadId: thread,
      body: 'The high school does not need it. Please do not make it a rule for everybody.',
    }),
  );
  stage.on(14, 16);
  await stage.as('okafor', (ctx) =>
    openThread(ctx, {
      sort: 'note',
      title: 'For the next cabinet meeting',
      body: 'Peter: what would two paid adults each morning cost for four schools? Denise offered to start at Lincoln.',
    }),
  );
}
