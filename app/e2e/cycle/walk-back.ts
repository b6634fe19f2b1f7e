import { expect } from 'vitest';
import { sees, textOf } from '../support/on-page.ts';
import { lessonTitle } from './look-back.ts';
import { goTo, type Story } from './story.ts';

const backwards = ['Review', 'Action', 'Decision', 'Meeting', 'Team', 'Goal', 'Voice'];

/** The end: from the lesson back to the voice, link by link, and what the parent sees of it. */
export async function walkBack(story: Story): Promise<void> {
  const { teacher, parent } = story.cast;
  await goTo(story, parent, 'receipt');
  await sees(parent, 'Esto resultó', lessonTitle);
  expect(await textOf(parent)).not.toContain('Omar Haddad');

  await goTo(story, teacher, 'lesson');
  const kinds = await ledHere(teacher).locator('.chain-kind').allInnerTexts();
  expect(new Set(kinds)).toEqual(new Set(backwards));
  for (const kind of backwards) {
    const links = ledHere(teacher).locator('.chain-link', {
      has: teacher.getByText(kind, { exact: true }),
    });
    await links.last().getByRole('link').click();
    await sees(teacher.locator('.chain-here'), `${kind} ·`);
  }
  await sees(teacher, 'This is where it began.');
  await goTo(story, teacher, 'lesson');
}

const ledHere = (page: Story['cast']['teacher']) => page.locator('.chain-list').first();
