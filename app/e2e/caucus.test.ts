import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import {
  choosePassphrase,
  passphrase,
  put,
  seatColleague,
  takeSeat,
  takeSheet,
  unlock,
} from './caucus/members.ts';
import { asOwnerOfTheDisk, backUp, filesHolding } from './caucus/whole-disk.ts';
import { accessProblems } from './pages/axe.ts';
import { openBrowser } from './support/browser.ts';
import { claim, signOutOf } from './support/claim.ts';
import { letterTo } from './support/letter-box.ts';
import { choose, follow, sees, send, textOf, unfold, write } from './support/on-page.ts';
import { expectNoComplaints, newPerson, type Person } from './support/people.ts';
import { type RunningConcord, runConcord } from './support/run-concord.ts';

/** What the members write among themselves. None of it may lie on the disk. */
const said = {
  title: 'Zeppelin plan for the ñandú meadow',
  first: 'We would settle for a quarter hour each morning.',
  answer: 'Lincoln says yes, Cedar Grove says never.',
  edited: 'Lincoln says yes, and Cedar Grove says perhaps.',
  later: 'From here on we are among ourselves again.',
  draftTitle: 'Offer on the paper lanterns',
  draft: 'Nobody opens a building alone, and every early hour is paid.',
  back: 'The paper in the safe let me in again.',
};
/** What everybody at the table may read: the same search must find it. */
const planted = 'The crossing guard needs a brighter vest.';

const { letters, smtpUrl } = inject('concord');
let data: string;
let concord: RunningConcord;
let browser: Browser;
let home: string;
let space: string;
let maya: Person;
let luis: Person;
let grace: Person;
let thread: string;
let paper: string;

beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), 'concord-caucus-'));
  // A passkey is bound to a name, and an address in numbers has none.
  concord = await runConcord({
    CONCORD_DATA: data,
    SMTP_URL: smtpUrl,
    HOST: 'localhost',
    LOG_LEVEL: 'debug',
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await concord.stop();
  rmSync(data, { recursive: true, force: true });
});
afterEach(expectNoComplaints);

test('three people sit down, two of them for one organization', async () => {
  maya = await newPerson(browser, 'maya');
  luis = await newPerson(browser, 'luis');
  grace = await newPerson(browser, 'grace');
  await claim(maya, concord.setupLink, 'maya@caucus.example');
  const link = await letterTo(letters, 'luis.maya@caucus.example', /http\S+\/join\/\S+/);
  await takeSeat(luis, link);
  home = /^.*\/p\/[\w-]+/.exec(luis.url())?.[0] ?? '';
  space = `${home}/caucus`;
  const organization = 'Lakeview Educators';
  await seatColleague(luis, grace, { home, organization, seat: 'Secretary', name: 'Grace Lin' });
});

test('a lead makes the first key, with the recovery key on paper before anything is sent', async () => {
  await grace.goto(space);
  await sees(grace, 'Your space waits for its key', /Luis Ortega/);
  await luis.goto(space);
  await luis.getByLabel('A new passphrase').fill('too short');
  await sees(luis, 'Still too short: at least 14 characters.');
  await luis.getByRole('button', { name: 'Make our key' }).click();
  await sees(luis, 'The passphrase needs at least 14 characters.');
  await choosePassphrase(luis, 'Make our key');
  paper = await takeSheet(luis);
  expect(paper.replaceAll(' ', '')).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]{58}$/);
  await sees(luis, 'Your space has a key.', 'Nothing here yet');
});

test('a colleague makes a key and waits; both see the same numbers, and one press lets her in', async () => {
  await grace.goto(space);
  await choosePassphrase(grace, 'Make my key');
  await sees(grace, 'You are waiting to be let in');
  const hers = await grace.locator('[data-my-code]').innerText();
  await luis.goto(space);
  await sees(luis, 'Grace Lin', 'Secretary');
  expect(await luis.locator('[data-code]').innerText()).toBe(hers);
  await send(luis, 'The numbers are the same: let Grace Lin in');
  await sees(luis, 'They are in.');
});

test('two members converse, in a discussion and in a draft', async () => {
  await luis.goto(space);
  await put(luis, { Title: said.title, Text: said.first }, 'Lock it and put it in our space');
  await sees(luis, said.first);
  await luis.getByRole('heading', { level: 1, name: said.title }).waitFor();
  thread = new URL(luis.url()).pathname;
  await grace.goto(space);
  await sees(grace, 'Write something new');
  const both = await Promise.all(
    [luis, grace].map(async (person) => {
      await person.goto(space);
      return person.locator('[data-space-code]').first().innerText();
    }),
  );
  expect(both[0]).toMatch(/^\d{4}( \d{4}){4}$/);
  expect(both[1]).toBe(both[0]);
  expect(await accessProblems(luis)).toEqual([]);
  await follow(grace, said.title);
  await sees(grace, said.first);
  await put(grace, { 'Add your thoughts': said.answer }, 'Lock and add');
  await sees(grace, said.answer);
  await unfold(grace, 'Change');
  await put(grace, { 'Your text': said.edited }, 'Lock and keep');
  await sees(grace, said.edited, /changed/);
  await luis.goto(new URL(thread, concord.address).href);
  await sees(luis, said.edited);

  await grace.goto(space);
  await grace.getByLabel('What is it?').selectOption('draft');
  await put(
    grace,
    { Title: said.draftTitle, Text: 'First try.' },
    'Lock it and put it in our space',
  );
  await luis.goto(grace.url());
  await put(luis, { 'The next version': said.draft }, 'Lock and keep this version');
  await sees(luis, said.draft, 'Copy the text');
  await unfold(luis, 'Earlier versions');
  await sees(luis, 'First try.');
  expect(await accessProblems(luis)).toEqual([]);
});

test('somebody of another organization finds no such page, and learns nothing', async () => {
  const address = new URL(thread, concord.address).href;
  const [there, nowhere] = await Promise.all(
    [address, address.replace(/[^/]+$/, '00000000-0000-4000-8000-000000000000')].map(
      async (url) => {
        const response = await maya.context().request.get(url);
        return { status: response.status(), text: await response.text() };
      },
    ),
  );
  expect(there?.status).toBe(404);
  expect(there?.text.replaceAll(/[0-9a-f-]{36}/g, '')).toBe(
    nowhere?.text.replaceAll(/[0-9a-f-]{36}/g, ''),
  );
  await maya.goto(space);
  await sees(maya, 'Lock your space with keys of your own');
});

test('without JavaScript, and at an address that is not safe, the page says what is missing', async () => {
  const plain = await newPerson(browser, 'plain', {
    javaScriptEnabled: false,
    storageState: await luis.context().storageState(),
  });
  await plain.goto(space);
  expect(await textOf(plain)).toContain('This page needs JavaScript');
  expect(await plain.content()).not.toContain(said.title);
  // As browsers are at an address without https: there is nothing to lock or unlock with.
  const open = await luis.context().newPage();
  await open.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
  await open.goto(space);
  await sees(open, 'This address is not safe enough');
  await open.close();
});

test('a text that the owner of the disk moves or puts under another name is not believed', async () => {
  const address = new URL(thread, concord.address).href;
  const swap = () =>
    asOwnerOfTheDisk(data, (client) =>
      client.query(
        `with two as (select id, person_id, row_number() over (order by created_at) as n from caucus_post
           where thread_id = $1)
         update caucus_post p set person_id = other.person_id from two mine, two other
         where p.id = mine.id and other.n = 3 - mine.n`,
        [thread.split('/').at(-1)],
      ),
    );
  await swap();
  await luis.goto(address);
  await luis.locator('[data-tampered]').nth(1).waitFor();
  expect(await luis.locator('[data-tampered]').count()).toBe(2);
  const text = await textOf(luis);
  expect(text).toContain('This text does not fit the place where it stands');
  expect(text).not.toContain(said.first);
  await swap();
  await luis.goto(address);
  await sees(luis, said.first, said.edited);
  expect(await luis.locator('[data-tampered]').count()).toBe(0);
});

test('Lock, a wrong passphrase and signing out close the space', async () => {
  await luis.goto(space);
  await sees(luis, said.title);
  await luis.getByRole('button', { name: 'Lock', exact: true }).click();
  await sees(luis, 'Your space is locked');
  expect(await textOf(luis)).not.toContain(said.title);
  await luis.getByLabel('Your passphrase').fill('copper lantern over five quiet rivers');
  await luis.getByRole('button', { name: 'Unlock', exact: true }).click();
  await sees(luis, 'That is another passphrase.');
  await unlock(luis);
  await sees(luis, said.title);
  await signOutOf(luis, 'Luis Ortega');
  expect(await luis.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  await luis.goto(`${concord.address}/sign-in`);
  await write(luis, { 'Your email address': 'luis.maya@caucus.example' });
  await send(luis, 'Use my password');
  await write(luis, { 'Your password': 'a lamp for every desk' });
  await send(luis, 'Sign in');
  await luis.goto(space);
  await sees(luis, 'Your space is locked');
  await unlock(luis);
  await sees(luis, said.title);
});

test('with a key that nothing leads to nobody writes before the numbers were compared', async () => {
  await luis.goto(space);
  await sees(luis, said.title);
  await luis.evaluate(() => {
    for (const name of Object.keys(localStorage))
      if (name.startsWith('concord-caucus-key:')) localStorage.setItem(name, 'another key');
  });
  await luis.goto(new URL(thread, concord.address).href);
  await sees(luis, 'This is not the key that this device knew');
  await luis.getByLabel('Add your thoughts', { exact: true }).fill('Too soon.');
  await luis.getByRole('button', { name: 'Lock and add' }).click();
  await sees(luis, 'Compare the numbers of the present key with a colleague first.');
  await luis.goto(space);
  await luis.getByRole('button', { name: 'The numbers are the same' }).click();
  await luis.goto(new URL(thread, concord.address).href);
  await sees(luis, said.first);
  expect(await textOf(luis)).not.toContain('This is not the key');
});

test('when somebody leaves, the key changes, and the old session reads nothing new', async () => {
  const address = new URL(thread, concord.address).href;
  await grace.goto(address);
  await sees(grace, said.first);
  await luis.goto(`${home}/partners`);
  await follow(luis, 'Lakeview Educators');
  await follow(luis, 'Secretary');
  await follow(luis, 'End this term');
  await sees(luis, /^End the term of /, /no longer acts from the seat/);
  await send(luis, 'End the term now');
  await luis.goto(space);
  await sees(luis, 'Your space has a new key.', said.title);
  await luis.goto(address);
  await sees(luis, said.first);
  await put(luis, { 'Add your thoughts': said.later }, 'Lock and add');
  await sees(luis, said.later);
  const old = await grace.evaluate(async (url) => (await fetch(url)).text(), address);
  expect(old).not.toContain('data-sealed');
  const { rows } = await asOwnerOfTheDisk(data, (client) =>
    client.query<{ name: string; generation: number }>(
      `select p.name, a.generation from caucus_access a join person p on p.id = a.person_id order by 2, 1`,
    ),
  );
  expect(rows).toEqual([
    { name: 'Grace Lin', generation: 1 },
    { name: 'Luis Ortega', generation: 1 },
    { name: 'Luis Ortega', generation: 2 },
  ]);
});

test('a lost passphrase: the paper opens the space again, and a new one replaces it', async () => {
  await luis.goto(space);
  await luis.getByRole('button', { name: 'Lock', exact: true }).click();
  await unfold(luis, 'I lost my passphrase');
  await choosePassphrase(luis, 'Make a new key');
  await sees(luis, 'You are waiting to be let in');
  await follow(luis, 'Use the printed recovery key');
  await luis.getByLabel('The recovery key from the paper').fill(`${paper.slice(0, -1)}Q`);
  await luis.getByRole('button', { name: 'Open our space again' }).click();
  await sees(luis, 'That is not the recovery key of this space');
  await luis.getByLabel('The recovery key from the paper').fill(paper.toLowerCase());
  await luis.getByRole('button', { name: 'Open our space again' }).click();
  const next = await takeSheet(luis);
  expect(next).not.toBe(paper);
  await sees(luis, 'You can open your space again.', said.title);
  await follow(luis, said.title);
  await sees(luis, said.first, said.later);
  await put(luis, { 'Add your thoughts': said.back }, 'Lock and add');
  await sees(luis, said.back);
});

test('a passkey opens the space as the passphrase does', async () => {
  const cdp = await luis.context().newCDPSession(luis);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await luis.goto(space);
  await sees(luis, said.title);
  await unfold(luis, 'A passkey for this space');
  await send(luis, 'Add a passkey');
  await sees(luis, 'Your passkey opens this space from now on.');
  await luis.getByRole('button', { name: 'Lock', exact: true }).click();
  await luis.getByRole('button', { name: 'Unlock with your passkey' }).click();
  await sees(luis, said.title);
});

test('whoever owns the disk, or a backup of it, finds none of their words', async () => {
  await luis.goto(`${home}/voices/new`);
  await write(luis, { 'What would you like to say?': planted });
  await choose(luis, 'What is it?', 'Concern');
  await send(luis, 'Raise your voice');
  const copy = `${data}-backup`;
  try {
    await backUp(data, copy);
    await concord.stop();
    const secrets = [...Object.values(said), passphrase, paper.replaceAll(' ', '')];
    for (const folder of [data, copy]) {
      expect(filesHolding(folder, secrets)).toEqual([]);
      const found = filesHolding(folder, [planted]).join(' ');
      for (const place of ['postgres/base/', 'postgres/pg_wal/']) expect(found).toContain(place);
    }
    expect(filesHolding(copy, [planted])).toContain(`“${planted}” in own.backup`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
  const log = concord.errors();
  expect(log.filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
  for (const words of Object.values(said)) expect(log.join('\n')).not.toContain(words);
});
