import { expect } from 'vitest';
import { choose, follow, pick, sees, send, textOf, unfold, write } from '../support/on-page.ts';
import type { Person } from '../support/people.ts';
import { goTo, remember, type Story } from './story.ts';

const worry = 'Drivers cannot start earlier without losing their break.';

/** Step 8: declared, spoken in private, shown together, a concern met, closed, a differing view. */
export async function decideTogether(story: Story): Promise<void> {
  await openDecision(story);
  await speakInPrivate(story);
  await revealTogether(story);
  await meetConcern(story);
  await closeDecision(story);
}

async function openDecision(story: Story): Promise<void> {
  const { president, superintendent } = story.cast;
  await goTo(story, president, 'meeting');
  await follow(president, 'Prepare a decision');
  await write(president, {
    'The question': 'Shall the first bus leave ten minutes earlier?',
    'What is proposed': 'From next month the first bus leaves at 7:10, and lunch begins at 11:40.',
    'If we do not agree': 'Buses and lunch stay as they are.',
  });
  await pick(president, 'What it is about', 'Schedule and calendar');
  await choose(president, 'Who may see this?', 'Everyone');
  await send(president, 'Keep the draft');
  await sees(president, 'The draft is kept.');
  remember(story, president, 'decision');

  await goTo(story, superintendent, 'decision');
  await send(superintendent, 'Open it');
  await sees(superintendent, 'Set before discussion. It cannot change now.');
}

async function speakInPrivate(story: Story): Promise<void> {
  const { cast } = story;
  await speak(story, cast.teacher, '2: I want some things changed first');
  await sees(cast.teacher, 'Your stance is below the line. Please say what your concern is.');
  await write(cast.teacher, {
    'Your reason or concern': worry,
    'What would resolve it?': 'A break of the same length after the first tour.',
  });
  await send(cast.teacher, 'Give my stance');
  await sees(cast.teacher, 'Your stance is kept.');

  await speak(story, cast.superintendent, '5: I will help lead it');
  await speak(story, cast.president, '4: I like it');
  await speak(story, cast.principal, '5: I will help lead it');
  await speak(story, cast.boardChair, '3: I can live with it and support it');
  await sees(cast.boardChair, '5 of 6');

  // Before all are shown nobody reads what another said: not on the page, not in its source.
  for (const other of [cast.superintendent, cast.president, cast.boardChair]) {
    await goTo(story, other, 'decision');
    expect(await other.content()).not.toContain(worry);
    expect(await other.getByRole('button', { name: 'Show all stances together' }).count()).toBe(0);
  }
  await goTo(story, cast.familyCouncil, 'decision');
  await choose(cast.familyCouncil, '¿Cuál es su postura?', '4: Me gusta');
  await send(cast.familyCouncil, 'Dar mi postura');
}

async function speak(story: Story, person: Person, stance: string): Promise<void> {
  await goTo(story, person, 'decision');
  await choose(person, 'Where do you stand?', stance);
  await send(person, 'Give my stance');
}

async function revealTogether(story: Story): Promise<void> {
  const { president, boardChair, parent } = story.cast;
  await goTo(story, president, 'decision');
  await sees(president, 'Everyone has spoken. The stances can be shown now.');
  await send(president, 'Show all stances together');
  await sees(president, worry, 'By the rule you set, it would not pass as it stands.');
  await goTo(story, boardChair, 'decision');
  await sees(boardChair, worry);
  await unfold(boardChair, 'What each seat said');
  await sees(boardChair, 'Grace Lin');
  // The decision is open to everyone, the names of those who decide are not.
  await goTo(story, parent, 'decision');
  expect(await textOf(parent)).not.toContain('Grace Lin');
}

async function meetConcern(story: Story): Promise<void> {
  const { teacher } = story.cast;
  await goTo(story, teacher, 'decision');
  await write(teacher, { 'What was done about it?': 'The break moves to after the first tour.' });
  await send(teacher, 'My concern is resolved');
  await sees(teacher, 'Your concern is marked as resolved.');
}

async function closeDecision(story: Story): Promise<void> {
  const { superintendent, boardChair } = story.cast;
  await goTo(story, superintendent, 'decision');
  await sees(superintendent, 'By the rule you set, it would pass as it stands.');
  await write(superintendent, { 'What to remember about it': 'The break was the hinge.' });
  await send(superintendent, 'Close it');
  await sees(superintendent, 'The decision is closed: agreed.');

  await goTo(story, boardChair, 'decision');
  await unfold(boardChair, 'Put it on record');
  await write(boardChair, { 'Your differing view': 'I would have waited for the spring count.' });
  await send(boardChair, 'Put it on record');
  await sees(boardChair, 'Your view is on record.', 'I would have waited for the spring count.');
}
