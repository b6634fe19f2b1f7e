import { day } from './days.ts';
import { choose, pick, sees, send, write } from './on-page.ts';
import type { Person } from './people.ts';

export const founderPassword = 'a lamp for every desk';

/** Starts a partnership on a fresh installation, as its first person. */
export async function claim(person: Person, setupLink: string, email: string): Promise<void> {
  await person.goto(setupLink);
  await write(person, {
    'Name of the partnership': 'Lakeview Schools',
    'Town and state': 'Lakeview, Illinois',
    'Your name': 'Maya Torres',
    'Your email address': email,
    'Choose a password': founderPassword,
    'Your title': 'Superintendent',
    'Name of the administration': 'District office',
    'Name of the association': 'Lakeview Educators',
    'Name of its president': 'Luis Ortega',
    'The president’s email address': `luis.${email}`,
    'Name of the cycle': 'The first round',
    'Prepare begins': day(-280),
    'Act begins': day(-200),
    'Reflect begins': day(-20),
    'The cycle ends': day(20),
  });
  await choose(person, 'Where does it work?', 'In a district');
  await pick(person, 'Time zone', 'Central Time (Chicago)');
  await send(person, 'Start the partnership');
  await sees(person, 'The partnership has begun');
}

/** Out of everything that this browser had open. */
export async function signOutOf(person: Person, name: string): Promise<void> {
  await person.locator('summary', { hasText: name }).first().click();
  await send(person, 'Sign out');
}
