import { expect } from 'vitest';
import { meetingsIn } from '../support/calendar.ts';
import { day, zone } from '../support/days.ts';
import {
  choose,
  copied,
  follow,
  pick,
  sees,
  send,
  tick,
  unfold,
  write,
} from '../support/on-page.ts';
import { teamTitle } from './form-team.ts';
import { goTo, remember, type Story } from './story.ts';

const startsAt = '23:50';

/** Step 7: a standing meeting that begins today, from its agenda to minutes both sides approve. */
export async function holdMeeting(story: Story): Promise<void> {
  await callMeeting(story);
  await subscribeToCalendar(story);
  await bringItems(story);
  await keepMinutes(story);
  await approveMinutes(story);
}

async function callMeeting(story: Story): Promise<void> {
  const { superintendent } = story.cast;
  await goTo(story, superintendent, 'team');
  await follow(superintendent, 'Call a meeting');
  await write(superintendent, {
    'When does it start?': `${day()}T${startsAt}`,
    'How many minutes?': '45',
    'Where?': 'Library of Lakeview',
  });
  await pick(superintendent, 'Does it come back?', 'Every 2 weeks');
  await choose(superintendent, 'Who may see this?', 'Everyone with a seat at this table');
  await send(superintendent, 'Plan it');
  await sees(superintendent, 'The standing meeting is planned.');
}

async function subscribeToCalendar(story: Story): Promise<void> {
  const { teacher } = story.cast;
  await goTo(story, teacher, 'table', '/meetings');
  const feed = await fetch(await copied(teacher, 'Address of your calendar'));
  expect(feed.status).toBe(200);
  expect(feed.headers.get('content-type')).toContain('text/calendar');
  const meetings = meetingsIn(await feed.text());
  expect(meetings).toHaveLength(6);
  const [first, second] = meetings;
  expect(first).toMatchObject({
    place: 'Library of Lakeview',
    zone,
    start: `${day()}T${startsAt}`,
  });
  expect(second?.start).toBe(`${day(14)}T${startsAt}`);
  expect(first?.title).toContain(teamTitle);
  story.paths.set('meeting', new URL(first?.url ?? '').pathname);
}

/** From the team’s open business, and in one’s own words. */
async function bringItems(story: Story): Promise<void> {
  const { teacher, president } = story.cast;
  await goTo(story, teacher, 'meeting');
  await write(teacher, { 'In your own words': 'Lunch for the youngest' });
  await send(teacher, 'Put on the agenda');
  await goTo(story, president, 'meeting');
  await unfold(president, 'Bring an item');
  await tick(president, 'Every child is in class when the day begins');
  await send(president, 'Put on the agenda');
  await sees(president, 'It is on the agenda.', 'Lunch for the youngest');
}

async function keepMinutes(story: Story): Promise<void> {
  const { superintendent: writer } = story.cast;
  await goTo(story, writer, 'meeting');
  for (const seat of [
    'Maya Whitfield, Superintendent',
    'Omar Haddad, Principal',
    'Luis Ortega, President',
    'Grace Lin, Building representative',
    'Ana Delgado, Speaker',
  ]) {
    await choose(writer, seat, 'There');
  }
  await choose(writer, 'Ruth Abelson, Chair', 'Not there');
  await send(writer, 'Keep attendance');
  await sees(writer, 'Attendance is kept.', 'Every side that chairs has its quorum.', '5 of 6');

  await choose(
    writer.getByRole('group', { name: 'Lunch for the youngest' }),
    'What came of it?',
    'Goes to the next meeting',
  );
  await write(writer.getByRole('form', { name: 'Write the minutes' }), {
    Minutes: 'We heard how mornings go and will ask for an earlier bus.',
  });
  await send(writer, 'Keep as a draft');
  await send(writer, 'Offer for approval');
  await sees(writer, 'The minutes are offered for approval.');
  remember(story, writer, 'meeting');
}

async function approveMinutes(story: Story): Promise<void> {
  const { superintendent, president } = story.cast;
  await goTo(story, superintendent, 'meeting');
  await send(superintendent, 'Approve for District office');
  await sees(superintendent, 'Harbor Hills Educators: not yet');
  await goTo(story, president, 'table');
  await follow(president, `Approve the minutes ${await meetingTitle(story)}`);
  await send(president, 'Approve for Harbor Hills Educators');
  await sees(president, 'Minutes approved', 'What is unfinished goes on at the next meeting:');
}

async function meetingTitle({ cast }: Story): Promise<string> {
  return cast.superintendent.getByRole('heading', { level: 1 }).innerText();
}
