import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { signOutOf } from './support/claim.ts';
import { be, openDemo } from './support/demo.ts';
import { copied, sees, send } from './support/on-page.ts';
import { expectNoComplaints, newPerson } from './support/people.ts';

const { address } = inject('concord');
const home = `${address}/p/riverbend-public-schools`;
const words = 'What would you like to say?';
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
  const visitor = await browser.newPage();
  visitor.setDefaultTimeout(60_000);
  await openDemo(visitor, address);
  await visitor.context().close();
});
afterAll(() => browser.close());
afterEach(expectNoComplaints);

test('what is typed is kept on the device until it has been sent', async () => {
  const page = await newPerson(browser, 'writer');
  await be(page, address, 'Anna Kowalski');
  await page.goto(`${home}/voices/new`);
  await page.getByLabel(words).fill('The gym is cold in the morning.');
  await sees(page, 'Your text is kept on this device until you send it.');

  await page.goto(`${home}/goals`);
  await page.goto(`${home}/voices/new`);
  await sees(page, 'We brought back what you had written here.');
  expect(await page.getByLabel(words).inputValue()).toBe('The gym is cold in the morning.');

  // The line is cut while it is being sent: nothing is lost.
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Raise your voice' }).click();
  await page.waitForURL(/chrome-error/);
  await page.context().setOffline(false);
  await page.goto(`${home}/voices/new`);
  expect(await page.getByLabel(words).inputValue()).toBe('The gym is cold in the morning.');
  await send(page, 'Raise your voice');
  await sees(page, 'Thank you. Your voice is on the table.');

  await page.goto(`${home}/voices/new`);
  expect(await page.getByLabel(words).inputValue()).toBe('');
});

test('signing out leaves nothing of what was typed on the device', async () => {
  const page = await newPerson(browser, 'writer at a school computer');
  await be(page, address, 'Anna Kowalski');
  await page.goto(`${home}/voices/new`);
  await page.getByLabel(words).fill('Half a thought.');
  await sees(page, 'Your text is kept on this device until you send it.');
  await signOutOf(page, 'Anna Kowalski');
  expect(await page.evaluate(() => Object.keys(window.localStorage))).toEqual([]);
});

test('an address is copied with one press', async () => {
  const page = await newPerson(browser, 'copier', {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await be(page, address, 'Anna Kowalski');
  await page.goto(`${home}/meetings`);
  await page.getByRole('button', { name: 'Copy' }).click();
  await sees(page, 'Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    await copied(page, 'Address of your calendar'),
  );
});
