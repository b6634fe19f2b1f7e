import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { accessProblems } from './pages/axe.ts';
import { openBrowser } from './support/browser.ts';
import { claim, founderPassword, signOutOf } from './support/claim.ts';
import { letterTo } from './support/letter-box.ts';
import { follow, sees, send, textOf, write } from './support/on-page.ts';
import { expectNoComplaints, newPerson, type Person } from './support/people.ts';
import { type RunningConcord, runConcord } from './support/run-concord.ts';

// A passkey is bound to a name, and an address in numbers has none.
let concord: RunningConcord;
let home: string;
let browser: Browser;
const email = 'maya@passkey.example';
const { letters, smtpUrl } = inject('concord');

beforeAll(async () => {
  concord = await runConcord({ SMTP_URL: smtpUrl, HOST: 'localhost' });
  home = concord.address;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await concord.stop();
});
afterEach(expectNoComplaints);

/** A device that keeps passkeys and knows its owner's finger. */
async function withAuthenticator(person: Person): Promise<{ cdp: CDPSession; id: string }> {
  const cdp = await person.context().newCDPSession(person);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id: authenticatorId };
}

test('a passkey is added, named, used to sign in without an address, and removed', async () => {
  const maya = await newPerson(browser, 'maya');
  await claim(maya, concord.setupLink, email);
  const { cdp, id } = await withAuthenticator(maya);

  await maya.goto(`${home}/account`);
  await follow(maya, 'Add a passkey');
  await write(maya, { 'A name for it': 'My laptop' });
  await send(maya, 'Add a passkey');
  await sees(maya, 'The passkey is added', 'My laptop', 'not used yet');
  expect(
    (await cdp.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials,
  ).toHaveLength(1);
  await letterTo(letters, email, /a passkey was added/);

  await signOutOf(maya, 'Maya Torres');
  await maya.goto(`${home}/sign-in?next=/account`);
  await send(maya, 'Use a passkey');
  await sees(maya, 'Your account', /since .*, by passkey/);

  for (const path of ['', '/password', '/authenticator', '/passkeys']) {
    await maya.goto(`${home}/account${path}`);
    expect(await accessProblems(maya), path).toEqual([]);
  }
  await sees(maya, /last used/);
  await maya.locator('details', { hasText: 'Rename or remove' }).locator('summary').click();
  await send(maya, 'Remove');
  await sees(maya, 'The passkey is removed', 'You have none yet.');

  // The device still has it, but here it opens nothing any more.
  await signOutOf(maya, 'Maya Torres');
  await maya.goto(`${home}/sign-in`);
  expect(await accessProblems(maya)).toEqual([]);
  await send(maya, 'Use a passkey');
  await sees(maya, 'This passkey did not fit');
});

test('a device that does not know its owner adds nothing and opens nothing', async () => {
  const guest = await newPerson(browser, 'guest');
  const { cdp, id } = await withAuthenticator(guest);
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
  await guest.goto(`${home}/sign-in`);
  await guest.getByRole('button', { name: 'Use a passkey' }).click();
  await sees(guest, 'Nothing was changed');
  expect(new URL(guest.url()).pathname).toBe('/sign-in');
});

test('without JavaScript the page says what is missing, and the other ways work', async () => {
  const plain = await newPerson(browser, 'plain', { javaScriptEnabled: false });
  await plain.goto(`${home}/sign-in`);
  expect(await textOf(plain)).toContain('Passkeys need JavaScript');
  expect(await plain.getByRole('button', { name: 'Use a passkey' }).count()).toBe(0);
  await write(plain, { 'Your email address': email });
  await send(plain, 'Use my password');
  await write(plain, { 'Your password': founderPassword });
  await send(plain, 'Sign in');
  await sees(plain, 'Maya Torres');
});
