import { day } from '../support/days.ts';
import { follow, pick, sees, send, write } from '../support/on-page.ts';
import { goTo, remember, type Story } from './story.ts';

/** Step 9: what follows from the decision has an owner, a day, and is done. */
export async function doAction(story: Story): Promise<void> {
  const { superintendent, principal } = story.cast;
  await goTo(story, superintendent, 'decision');
  await follow(superintendent, 'Note an action');
  await sees(superintendent, 'It comes from “Shall the first bus leave ten minutes earlier?”');
  await write(superintendent, {
    'What is to be done?': 'Tell families about the new bus times',
    'By when?': day(5),
  });
  await pick(superintendent, 'Who does it?', 'Omar Haddad, Principal');
  await send(superintendent, 'Note it');
  await sees(superintendent, 'The action is noted.');
  remember(story, superintendent, 'action');

  await goTo(story, principal, 'table');
  await follow(principal, 'Do Tell families about the new bus times');
  await write(principal, { 'What was done?': 'A letter in three languages went home.' });
  await send(principal, 'Mark as done');
  await sees(principal, 'The action is done. Thank you.', 'A letter in three languages went home.');
}
