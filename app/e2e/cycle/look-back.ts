import { day } from '../support/days.ts';
import { choose, follow, sees, send, write } from '../support/on-page.ts';
import { goalTitle } from './adopt-goal.ts';
import { goTo, remember, type Story } from './story.ts';

export const lessonTitle = 'Ten minutes on the bus are worth a week of lessons';

/** Step 10: the review, the lesson, and the next cycle with what carries over. */
export async function lookBack(story: Story): Promise<void> {
  const { principal, superintendent } = story.cast;
  await goTo(story, principal, 'goal');
  await follow(principal, 'Review this goal');
  await choose(principal, 'Did we reach it?', 'Partly');
  await write(principal, {
    'What changed, and what the numbers do not tell': 'Mornings are calmer.',
    'Why this number?': 'Everyone was heard early.',
    'Successes to keep': 'Counting every week.',
    'Challenges, and what we would do differently': 'Ask the drivers first.',
  });
  await choose(principal, 'How well did we work together?', '4: well');
  await choose(principal, 'What follows?', 'Carry the goal into the next cycle');
  await send(principal, 'Keep the review');
  await sees(principal, 'The review is kept.', 'Ask the drivers first.');
  remember(story, principal, 'review');

  await follow(principal, 'Write the lesson from it');
  await write(principal, {
    'The lesson in one sentence': lessonTitle,
    'What we changed': 'The first bus leaves ten minutes earlier.',
    'What the evidence says, and how sure we are': 'From 81% to 90.5% in two months.',
    'What did not work': 'The first plan forgot the drivers’ break.',
  });
  await choose(principal, 'Who may read it?', 'Everyone');
  await send(principal, 'Keep the lesson');
  await sees(principal, 'The lesson is kept, with the whole chain that led to it.');
  remember(story, principal, 'lesson');

  await goTo(story, superintendent, 'table', '/cycle');
  await follow(superintendent, 'Open the next cycle');
  await write(superintendent, {
    'Name of the cycle': 'The second round',
    'Prepare begins': day(),
    'Act begins': day(60),
    'Reflect begins': day(240),
    'The cycle ends': day(300),
  });
  await send(superintendent, 'Open the cycle');
  await sees(superintendent, 'The next round has begun.', 'The second round', goalTitle);
}
