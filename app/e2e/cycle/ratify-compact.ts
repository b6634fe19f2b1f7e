import { follow, sees, send, write } from '../support/on-page.ts';
import { goTo, type Story } from './story.ts';

/** Step 3: the compact, offered by the superintendent and ratified by each organization. */
export async function ratifyCompact(story: Story): Promise<void> {
  const { superintendent, president, boardChair, familyCouncil } = story.cast;
  await goTo(story, superintendent, 'table', '/compact');
  await follow(superintendent, 'Write the compact');
  await write(superintendent, {
    'Why we do this together': 'Children learn best where grown-ups pull together.',
    'Principles, one on each line': 'We do not let each other fail.\nWe say what we see.',
    'Behaviors, one on each line': 'We ask those affected before we decide.',
  });
  await send(superintendent, 'Offer it for ratification');
  await sees(superintendent, 'Waiting for 4 organizations', 'We say what we see.');
  await send(superintendent, 'Ratify for District office');

  await goTo(story, president, 'table');
  await follow(president, 'Ratify Compact of our partnership');
  await send(president, 'Ratify for Harbor Hills Educators');
  await sees(president, 'Your organization’s ratification is noted', 'Waiting for 2 organizations');

  await goTo(story, boardChair, 'table', '/compact');
  await send(boardChair, 'Ratify for Harbor Hills Board');

  await goTo(story, familyCouncil, 'table', '/compact');
  await send(familyCouncil, 'Ratificar por Harbor Hills Parent Council');
  await sees(familyCouncil, 'El pacto está en vigor');
}
