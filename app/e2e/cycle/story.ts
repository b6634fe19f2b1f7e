import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { newPerson, type Person } from '../support/people.ts';

/** The people of the journey, each in a browser of their own. */
export interface Cast {
  superintendent: Person;
  president: Person;
  /** Speaks for the teachers of one school. */
  teacher: Person;
  principal: Person;
  boardChair: Person;
  /** Speaks for families, in Spanish. */
  familyCouncil: Person;
  /** No account, an old phone, no JavaScript, Spanish. */
  parent: Person;
}

/** What the steps of the journey hand on: who takes part, and where things are. */
export interface Story {
  cast: Cast;
  address: string;
  setupLink: string;
  letters: string;
  /** Paths of records by what they are, from the voices to the lesson. */
  paths: Map<PathName, string>;
}

type PathName =
  | 'table'
  | 'listening link'
  | 'receipt'
  | 'teacher’s voice'
  | 'parent’s voice'
  | 'goal'
  | 'team'
  | 'meeting'
  | 'decision'
  | 'action'
  | 'review'
  | 'lesson';

export async function openStory(browser: Browser): Promise<Story> {
  const person = (name: string) => newPerson(browser, name);
  const cast = {
    superintendent: await person('superintendent'),
    president: await person('president'),
    teacher: await person('teacher'),
    principal: await person('principal'),
    boardChair: await person('board chair'),
    familyCouncil: await person('family council'),
    parent: await newPerson(browser, 'parent', {
      locale: 'es-US',
      viewport: { width: 360, height: 740 },
      javaScriptEnabled: false,
    }),
  };
  return { cast, ...inject('concord'), paths: new Map() };
}

/** Brings a person to a place of the story. */
export async function goTo({ address, paths }: Story, person: Person, name: PathName, under = '') {
  const path = paths.get(name);
  if (path === undefined) throw new Error(`The story has not come to the ${name} yet.`);
  await person.goto(`${address}${path}${under}`);
}

/** Remembers where a person is now. */
export function remember(story: Story, person: Person, name: PathName): void {
  story.paths.set(name, new URL(person.url()).pathname);
}
