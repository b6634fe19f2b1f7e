import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import {
  type TestProvider,
  testProvider,
} from '../src/partnership/account/testing/test-provider.ts';
import { openBrowser } from './support/browser.ts';
import { claim, signOutOf } from './support/claim.ts';
import { letterTo } from './support/letter-box.ts';
import { copied, follow, sees, send, write } from './support/on-page.ts';
import { expectNoComplaints, newPerson, type Person } from './support/people.ts';
import { type RunningConcord, runConcord } from './support/run-concord.ts';

const { letters, smtpUrl } = inject('concord');
const way = 'Sign in with Lakeview staff sign-in';
const email = 'maya@district.example';
let concord: RunningConcord;
let provider: TestProvider;
let browser: Browser;
let maya: Person;

beforeAll(async () => {
  provider = await testProvider((address) => address.endsWith('/sign-in/district/back'));
  const { issuer, clientId, clientSecret, name } = provider.settings;
  concord = await runConcord({
    SMTP_URL: smtpUrl,
    CONCORD_OIDC_ISSUER: issuer,
    CONCORD_OIDC_CLIENT_ID: clientId,
    CONCORD_OIDC_CLIENT_SECRET: clientSecret,
    CONCORD_OIDC_NAME: name,
  });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await concord.stop();
  await provider.close();
});
afterEach(expectNoComplaints);

/** The provider's pages ask for a font from elsewhere; nobody leaves this machine for it. */
async function newcomer(name: string): Promise<Person> {
  const person = await newPerson(browser, name);
  await person
    .context()
    .route(/^https:/, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  return person;
}

/** The provider's own pages. */
async function signInThere(person: Person, name: string): Promise<void> {
  await person.getByPlaceholder('Enter any login').fill(name);
  await person.getByPlaceholder('and password').fill('any');
  await send(person, 'Sign-in');
  await send(person, 'Continue');
}

test('a letter joins the district’s sign-in with an account; then it opens the account', async () => {
  maya = await newcomer('maya');
  await claim(maya, concord.setupLink, email);
  provider.people.set('mtorres', { name: 'Maya Torres', email, emailVerified: true });
  await signOutOf(maya, 'Maya Torres');
  await maya.goto(`${concord.address}/sign-in`);
  await follow(maya, way);
  await signInThere(maya, 'mtorres');
  await sees(maya, 'Look into your mail');

  const letter = /wants to use that[\s\S]*?(http\S+\/sign-in\/link\/[\w-]+)/;
  const text = await letterTo(letters, email, letter);
  await maya.goto(letter.exec(text)?.[1] ?? '');
  await send(maya, 'Sign me in');
  await sees(maya, 'Maya Torres');
  await signOutOf(maya, 'Maya Torres');

  await maya.goto(`${concord.address}/sign-in?next=/account`);
  await follow(maya, way);
  await sees(maya, 'Your account', /since .*, by your organization’s sign-in/);
});

test('somebody invited takes their seat with it', async () => {
  provider.people.set('tchen', {
    name: 'Tom Chen',
    email: 'tom@district.example',
    emailVerified: true,
  });
  await maya.goto(`${concord.address}/`);
  await follow(maya, 'Partners');
  await follow(maya, 'District office');
  await write(maya, { 'Title of the seat': 'Principal' });
  await send(maya, 'Add the seat');
  await write(maya, { 'Their name': 'Tom Chen' });
  await send(maya, 'Invite');
  const link = await copied(maya, 'Link for Tom Chen');

  const tom = await newcomer('tom');
  await tom.goto(link);
  await follow(tom, 'Take the seat with Lakeview staff sign-in');
  await signInThere(tom, 'tchen');
  await sees(tom, 'Welcome to the table', 'Tom Chen');
  expect(new URL(tom.url()).pathname).toMatch(/^\/p\//);
});
