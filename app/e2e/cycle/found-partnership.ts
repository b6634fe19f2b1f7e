import { expect } from 'vitest';
import { day } from '../support/days.ts';
import { letterTo } from '../support/letter-box.ts';
import { choose, copied, follow, pick, sees, send, tick, write } from '../support/on-page.ts';
import type { Person } from '../support/people.ts';
import { goTo, remember, type Story } from './story.ts';

const password = 'a lamp for every desk';

/** Step 1: the founders, the organizations, the school, the seats, the people. */
export async function foundPartnership(story: Story): Promise<void> {
  await claimInstallation(story);
  await takeSeatByMail(story, story.cast.president, 'luis@example.org', 'English');
  await seeWhoIsMissing(story);
  await bringSchoolAndSides(story);
  await fillSeats(story);
  await signInAgain(story);
}

async function claimInstallation(story: Story): Promise<void> {
  const { superintendent, president } = story.cast;
  await superintendent.goto(story.setupLink);
  await write(superintendent, {
    'Name of the partnership': 'Harbor Hills Schools',
    'Town and state': 'Harbor Hills, Illinois',
    'Your name': 'Maya Whitfield',
    'Your email address': 'maya@example.org',
    'Choose a password': password,
    'Your title': 'Superintendent',
    'Name of the administration': 'District office',
    'Name of the association': 'Harbor Hills Educators',
    'Name of its president': 'Luis Ortega',
    'The president’s email address': 'luis@example.org',
    'Name of the cycle': 'The first round',
    'Prepare begins': day(-280),
    'Act begins': day(-200),
    'Reflect begins': day(-20),
    'The cycle ends': day(20),
  });
  await choose(superintendent, 'Where does it work?', 'In a district');
  await pick(superintendent, 'Time zone', 'Central Time (Chicago)');
  await send(superintendent, 'Start the partnership');
  await sees(superintendent, 'The partnership has begun', 'Three first steps');
  remember(story, superintendent, 'table');
  // The link works once.
  await president.goto(story.setupLink);
  await sees(president, 'This set-up link was used already');
}

/** The letter came to this address; whoever opens its link takes the seat in their language. */
async function takeSeatByMail(
  story: Story,
  person: Person,
  email: string,
  language: 'English' | 'Español',
): Promise<void> {
  const link = await letterTo(story.letters, email, /http\S+\/join\/\S+/);
  await takeSeat(person, link, language);
}

async function takeSeat(person: Person, link: string, language: string, email?: string) {
  await person.goto(link);
  await sees(person, 'Take your seat in Harbor Hills Schools');
  await choose(person, 'Your language', language);
  if (email) await write(person, { 'Your email address': email });
  await write(person, { 'Choose a password': password });
  await send(person, 'Take the seat');
  await sees(person, language === 'Español' ? 'Le damos la bienvenida' : 'Welcome to the table');
}

async function seeWhoIsMissing(story: Story): Promise<void> {
  const { president } = story.cast;
  await goTo(story, president, 'table', '/partners');
  await sees(president, /Harbor Hills Schools: still missing .*School board.*Families/);
}

async function bringSchoolAndSides(story: Story): Promise<void> {
  const { superintendent, president } = story.cast;
  await goTo(story, superintendent, 'table', '/partners');
  await follow(superintendent, 'Add a school');
  await write(superintendent, { 'Name of the school': 'Lakeview Elementary' });
  await send(superintendent, 'Add the school');
  await sees(superintendent, 'The school is on the map', 'Lakeview Elementary: nobody sits here');
  await bringOrganization(superintendent, 'Harbor Hills Board', 'School board', 'Chair');
  await goTo(story, president, 'table', '/partners');
  await bringOrganization(president, 'Harbor Hills Parent Council', 'Families', 'Speaker');
}

/** A lead brings an organization and gives it its first seat; stays on that seat’s page. */
async function bringOrganization(lead: Person, name: string, side: string, seat: string) {
  await follow(lead, 'Bring an organization to the table');
  await write(lead, { 'Name of the organization': name });
  await pick(lead, 'For whom does it speak?', side);
  await send(lead, 'Add the organization');
  await addSeat(lead, seat);
}

async function addSeat(lead: Person, title: string, school?: string): Promise<void> {
  await write(lead, { 'Title of the seat': title });
  if (school) await pick(lead, 'Where?', school);
  else await tick(lead, 'This seat speaks for the organization');
  await send(lead, 'Add the seat');
  await sees(lead, 'The seat is there. Now invite somebody to it.');
}

async function fillSeats(story: Story): Promise<void> {
  const { superintendent, president, boardChair, familyCouncil, teacher, principal } = story.cast;
  // Both are still on the page of the seat that they have just added.
  await takeSeat(
    boardChair,
    await inviteByLink(superintendent, 'Ruth Abelson'),
    'English',
    'ruth@example.org',
  );
  await takeSeat(
    familyCouncil,
    await inviteByLink(president, 'Ana Delgado'),
    'Español',
    'ana@example.org',
  );
  await inviteToOwnSeat(story, superintendent, 'District office', 'Principal');
  await write(superintendent, {
    'Their name': 'Omar Haddad',
    'Their email address': 'omar@example.org',
  });
  await send(superintendent, 'Invite');
  await inviteToOwnSeat(story, president, 'Harbor Hills Educators', 'Building representative');
  await takeSeat(
    teacher,
    await inviteByLink(president, 'Grace Lin'),
    'English',
    'grace@example.org',
  );
  await takeSeatByMail(story, principal, 'omar@example.org', 'English');
  await goTo(story, principal, 'table', '/partners');
  await sees(principal, /Lakeview Elementary: still missing .*Families/);
}

async function inviteToOwnSeat(story: Story, lead: Person, organization: string, seat: string) {
  await goTo(story, lead, 'table', '/partners');
  await follow(lead, organization);
  await addSeat(lead, seat, 'Lakeview Elementary');
}

/** Without an address the lead gets the link, to pass it on. */
async function inviteByLink(lead: Person, name: string): Promise<string> {
  await write(lead, { 'Their name': name });
  await send(lead, 'Invite');
  await sees(lead, 'The invitation is ready');
  return copied(lead, `Link for ${name}`);
}

/** By the letter that comes after joining, in the browser that joined. */
async function confirmAddress(story: Story, person: Person, email: string): Promise<void> {
  const letter = /Welcome to Concord[\s\S]*?(http\S+\/sign-in\/link\/[\w-]+)/;
  const text = await letterTo(story.letters, email, letter);
  await person.goto(letter.exec(text)?.[1] ?? '');
  await send(person, 'Sign me in');
}

/** Out and in again: by a link in a letter, and by the password. */
async function signInAgain(story: Story): Promise<void> {
  const { president, teacher } = story.cast;
  await confirmAddress(story, president, 'luis@example.org');
  await signOut(president);
  await signOut(teacher);
  await president.goto(`${story.address}/sign-in`);
  await write(president, { 'Your email address': 'luis@example.org' });
  await send(president, 'Mail me a link');
  await sees(president, 'Look into your mail');

  await teacher.goto(`${story.address}/sign-in`);
  await write(teacher, { 'Your email address': 'grace@example.org' });
  await send(teacher, 'Use my password');
  await write(teacher, { 'Your password': 'wrong' });
  await send(teacher, 'Sign in');
  await sees(teacher, 'This address and password do not go together');
  await write(teacher, { 'Your password': password });
  await send(teacher, 'Sign in');
  await sees(teacher, 'Grace Lin');

  const letter = /Here is your link[\s\S]*?(http\S+\/sign-in\/link\/[\w-]+)/;
  const text = await letterTo(story.letters, 'luis@example.org', letter);
  const link = letter.exec(text)?.[1] ?? '';
  await president.goto(link);
  await send(president, 'Sign me in');
  await sees(president, 'Luis Ortega');
  expect(new URL(president.url()).pathname).toBe(story.paths.get('table'));
}

async function signOut(person: Person): Promise<void> {
  const you = person.locator('details[data-menu]');
  await you.locator('summary').click();
  await send(you, 'Sign out');
  await sees(person, 'I have a seat: sign in');
}
