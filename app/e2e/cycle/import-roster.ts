import { strToU8, zipSync } from 'fflate';
import { expect } from 'vitest';
import { follow, sees, send, textOf } from '../support/on-page.ts';
import type { Person } from '../support/people.ts';
import { goTo, type Story } from './story.ts';

const schools = [
  'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
  'd-1,,,Harbor Hills Schools,district,,',
  's-1,,,Lakeview Elementary,school,,d-1',
  's-2,,,Hillside Middle School,school,,d-1',
];
const staff = [
  'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,email,password',
  'u-1,,,true,s-1,teacher,glin,Grace,Lin,grace@example.org,hidden-word',
  'u-2,,,true,s-2,teacher,bcole,Ben,Cole,ben@example.org,hidden-word',
  'u-3,,,true,s-1,student,pupil,Penny,Pupilson,,hidden-word',
  'u-4,,,true,s-1,teacher,nobody,,,nobody@example.org,hidden-word',
];
const manifest = ['propertyName,value', 'manifest.version,1.0', 'oneroster.version,1.1'];

/** Step 2: schools and staff from a OneRoster zip; looked at, applied, and a second one later. */
export async function importRoster(story: Story): Promise<void> {
  const { superintendent } = story.cast;
  await goTo(story, superintendent, 'table', '/partners');
  await follow(superintendent, 'Import the staff roster');
  await handIn(superintendent, staff);
  await sees(
    superintendent,
    'Nothing has changed yet.',
    'Hillside Middle School: New',
    'users.csv:5',
    'The name is missing.',
    '1 student',
  );
  await send(superintendent, 'Apply these changes');
  await sees(superintendent, 'The roster was imported.', 'Ben Cole');
  expect(await textOf(superintendent)).not.toMatch(/Pupilson|hidden-word/);

  await follow(superintendent, 'Read another roster');
  await handIn(
    superintendent,
    staff.filter((line) => !line.startsWith('u-2')),
  );
  await sees(superintendent, 'No longer listed (1)', 'Ben Cole');
  await send(superintendent, 'Apply these changes');
  await goTo(story, superintendent, 'table', '/partners');
  await sees(superintendent, 'Hillside Middle School: nobody sits here yet');
}

async function handIn(person: Person, users: readonly string[]): Promise<void> {
  const files = { 'manifest.csv': manifest, 'orgs.csv': schools, 'users.csv': users };
  const zip = zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, lines]) => [name, strToU8(`${lines.join('\r\n')}\r\n`)]),
    ),
  );
  await person.getByLabel('The zip, or its CSV files').setInputFiles({
    name: 'roster.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zip),
  });
  await send(person, 'Read it and show what would change');
}
