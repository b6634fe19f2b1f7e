import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adoptGoal } from './cycle/adopt-goal.ts';
import { decideTogether } from './cycle/decide-together.ts';
import { doAction } from './cycle/do-action.ts';
import { formTeam } from './cycle/form-team.ts';
import { foundPartnership } from './cycle/found-partnership.ts';
import { holdMeeting } from './cycle/hold-meeting.ts';
import { importRoster } from './cycle/import-roster.ts';
import { lessonTitle, lookBack } from './cycle/look-back.ts';
import { raiseVoices } from './cycle/raise-voices.ts';
import { ratifyCompact } from './cycle/ratify-compact.ts';
import { openStory } from './cycle/story.ts';
import { walkBack } from './cycle/walk-back.ts';
import { openBrowser } from './support/browser.ts';
import { sees } from './support/on-page.ts';
import { expectNoComplaints } from './support/people.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('from a voice to a lesson, seven people, one round', async () => {
  const story = await openStory(browser);
  await foundPartnership(story);
  await importRoster(story);
  await ratifyCompact(story);
  await raiseVoices(story);
  await adoptGoal(story);
  await formTeam(story);
  await holdMeeting(story);
  await decideTogether(story);
  await doAction(story);
  await lookBack(story);
  await walkBack(story);

  await sees(story.cast.teacher.getByRole('heading', { level: 1 }), lessonTitle);
  expect(new URL(story.cast.teacher.url()).pathname).toBe(story.paths.get('lesson'));
  expectNoComplaints();
});
