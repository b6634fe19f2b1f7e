import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRoster } from './read-roster.ts';
import type { RosterFile } from './roster.ts';
import { readFolder } from './server.ts';
import { unpack } from './unpack.ts';
import { unpackZip } from './unpack-zip.ts';

const today = '2026-10-01';
const fixture = (name: string) => readFolder(join(import.meta.dirname, 'fixtures', name));
const csv = (name: string, ...lines: string[]): RosterFile => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
});
const readFixture = (name: string) => readRoster(unpack(fixture(name)), today);
const named = (read: ReturnType<typeof readRoster>) =>
  read.problems.map(
    ({ file, line, column, code, leftOut }) =>
      `${file}:${line} ${column ?? '-'} ${code}${leftOut ? '' : ' (used)'}`,
  );
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return String((error as { problems?: { files?: string } }).problems?.files);
  }
  return 'none';
};

describe('version 1.1', () => {
  const read = readFixture('v11');

  it('names each bad line with file, line, column and reason, and uses all others', () => {
    expect(named(read)).toEqual([
      'orgs.csv:5 type org-type',
      'orgs.csv:6 name name-missing',
      'users.csv:6 orgSourcedIds org-unknown (used)',
      'users.csv:10 sourcedId twice',
      'users.csv:11 givenName name-missing',
      'users.csv:12 sourcedId id-missing',
      'users.csv:13 - columns',
      'users.csv:14 role role-unknown',
      'users.csv:15 dateLastModified date (used)',
      'users.csv:15 email email (used)',
      'users.csv:18 - quotes',
      'users.csv:20 status status-unknown',
    ]);
  });

  it('makes people of staff alone', () => {
    expect(
      read.people.map(({ rosterId, name, role, site }) => [rosterId, name, role, site]),
    ).toEqual([
      ['u-01', 'Olga Amado', 'teacher', 's-1'],
      ['u-02', 'Ben Rook', 'teacher', 's-2'],
      ['u-03', 'Carla Díaz', 'aide', 's-1'],
      ['u-04', 'Dan Wu', 'principal', 's-2'],
      ['u-05', 'Eve Fox', 'teacher', null],
      ['u-12', 'Ines Mail', 'teacher', 's-1'],
      ['u-16', 'May Last', 'proctor', 's-1'],
    ]);
    expect(read.notStaff).toEqual({ students: 1, families: 2 });
    expect(read.leavers).toEqual(['u-13', 'u-14']);
    expect(JSON.stringify(read)).not.toMatch(/Sesame|5550|Pupilson/);
  });

  it('knows the district above its schools', () => {
    expect(read.sites.map(({ rosterId, level, parent }) => [rosterId, level, parent])).toEqual([
      ['d-1', 'district', null],
      ['s-1', 'school', 'd-1'],
      ['s-2', 'school', 'd-1'],
    ]);
  });
});

describe('version 1.2', () => {
  const read = readFixture('v12');

  it('takes roles from their own file; a student is never staff, a guardian who teaches is', () => {
    expect(read.version).toBe('1.2');
    expect(read.people.map(({ name, role, site }) => [name, role, site])).toEqual([
      ['Alex One', 'counselor', 's-2'],
      ['Di Four', 'siteAdministrator', 'd-1'],
    ]);
    expect(read.notStaff).toEqual({ students: 1, families: 1 });
    expect(read.leavers).toEqual(['w-5']);
    expect(read.unsure).toEqual(['w-6', 'w-6']);
  });

  it('understands misspelt headings and says so', () => {
    expect(named(read).filter((one) => !one.startsWith('orgs'))).toEqual([
      'roles.csv:1 dateLastModified header-spelling (used)',
      'roles.csv:7 endDate role-over (used)',
      'roles.csv:9 role role-unknown',
      'roles.csv:10 userSourcedId role-nobody',
      'users.csv:1 preferredGivenName header-spelling (used)',
      'users.csv:1 preferredFamilyName header-spelling (used)',
      'users.csv:3 role role-mixed (used)',
      'users.csv:6 role role-missing',
      'users.csv:7 role role-missing',
    ]);
  });
});

describe('files as programs save them', () => {
  const heading = 'sourcedId,status,enabledUser,orgSourcedIds,role,givenName,familyName,email';

  it('reads accents of older Windows files and says that it guessed', () => {
    const bytes = Buffer.from(`${heading}\r\nu-1,,true,,teacher,Peña,Ibáñez,\r\n`, 'latin1');
    const read = readRoster([{ name: 'users.csv', bytes }], today);
    expect(read.people[0]?.name).toBe('Peña Ibáñez');
    expect(named(read)).toContain('users.csv:1 - encoding (used)');
  });

  it('reads a byte order mark, UTF-16, semicolons and empty headings at the end', () => {
    const text = `\uFEFF${heading.replaceAll(',', ';')};;\r\nu-1;;TRUE;;Teacher;Ana;Ruiz;\r\n`;
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      const read = readRoster([{ name: 'users.csv', bytes }], today);
      expect(read.people[0]).toMatchObject({ name: 'Ana Ruiz', role: 'teacher', line: 2 });
    }
  });

  it('counts lines on through a cell that spans two', () => {
    const read = readRoster(
      [csv('users.csv', heading, 'u-1,,true,,teacher,"An\na",Ruiz,', 'u-2,,true,,wizard,Bo,Li,')],
      today,
    );
    expect(read.people[0]).toMatchObject({ name: 'An a Ruiz', line: 2 });
    expect(named(read)).toContain('users.csv:4 role role-unknown');
  });

  it('takes a manifest that says delta at its word', () => {
    const manifest = csv('manifest.csv', 'propertyName,value', 'file.users,delta');
    expect(readRoster([manifest, csv('users.csv', heading)], today).complete).toBe(false);
    expect(readRoster([csv('users.csv', heading)], today).complete).toBe(true);
  });

  it('refuses a package that cannot be meant, with a reason', () => {
    expect(refusal(() => unpack([]))).toBe('roster.no-file');
    expect(refusal(() => unpack([csv('orgs.csv', 'sourcedId')]))).toBe('roster.no-users');
    const users = csv('users.csv', 'sourcedId,givenName');
    expect(refusal(() => unpack([users, users]))).toBe('roster.file-twice');
    expect(refusal(() => readRoster([users], today))).toBe('roster.no-roles');
    expect(refusal(() => readRoster([csv('users.csv', 'a,b')], today))).toBe('roster.no-header');
    expect(refusal(() => readRoster([csv('users.csv', '')], today))).toBe('roster.no-header');
  });
});

describe('zips', () => {
  const zip = (entries: Record<string, Uint8Array>) => [
    { name: 'r.zip', bytes: zipSync(entries, { level: 1 }) },
  ];
  const entries = Object.fromEntries(fixture('v11').map(({ name, bytes }) => [name, bytes]));

  it('reads the same as the folder, in whatever folder of the zip', () => {
    expect(readRoster(unpack(zip(entries)), today)).toEqual(readFixture('v11'));
    const nested = Object.fromEntries(Object.entries(entries).map(([n, b]) => [`export/${n}`, b]));
    expect(readRoster(unpack(zip(nested)), today)).toEqual(readFixture('v11'));
  });

  it('opens only the roster’s files', () => {
    const users = strToU8('sourcedId');
    const found = unpack(
      zip({ 'users.csv': users, 'demographics.csv': users, '../orgs.csv': users }),
    );
    expect(found.map(({ name }) => name)).toEqual(['users.csv']);
  });

  it('stops a bomb before it has gone off', () => {
    const bomb = zipSync({ 'users.csv': new Uint8Array(4_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(refusal(() => unpackZip(bomb, 3_000_000))).toBe('roster.zip-too-large');
    expect(unpackZip(bomb, 4_000_000)[0]?.bytes.length).toBe(4_000_000);
    const many = Object.fromEntries(
      Array.from({ length: 201 }, (_, at) => [`${at}.csv`, new Uint8Array(1)]),
    );
    expect(refusal(() => unpack(zip(many)))).toBe('roster.zip-too-many');
  });

  it('refuses a zip that is cut or no zip', () => {
    const [{ bytes }] = zip(entries) as [RosterFile];
    const cut = bytes.slice(0, bytes.length / 3);
    expect(refusal(() => unpack([{ name: 'r.zip', bytes: cut }]))).toBe('roster.zip-unreadable');
    const noise = strToU8('PK\u0003\u0004 and then nothing that a zip would hold');
    expect(refusal(() => unpack([{ name: 'r.zip', bytes: noise }]))).toBe('roster.zip-unreadable');
  });
});
