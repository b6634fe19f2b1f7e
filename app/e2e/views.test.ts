import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { day } from './support/days.ts';
import { be, openDemo } from './support/demo.ts';
import { choose, copied, follow, pick, sees, send, write } from './support/on-page.ts';
import { expectNoComplaints, newPerson } from './support/people.ts';

const { address } = inject('concord');
const home = `${address}/p/riverbend-public-schools`;
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

/** The first record of a list. */
async function openFirst(page: Page, noun: string): Promise<void> {
  await page.goto(`${home}/${noun}`);
  const links = page.locator(`main a[href*="/${noun}/"]`);
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const record = hrefs.find((href) => /[0-9a-f]{8}-[0-9a-f-]{27}$/.test(href ?? ''));
  await page.goto(`${address}${record}`);
}
/** Controls that send something and could be used. */
const usable = (page: Page) =>
  page.locator('form[method="post"] :is(button, input, select):enabled');

test('a co-chair sees who can read a goal and why, and looks at it as families would', async () => {
  const page = await newPerson(browser, 'superintendent');
  await be(page, address, 'Dr. Maya Okafor');
  await openFirst(page, 'goals');
  const title = await page.getByRole('heading', { level: 1 }).innerText();
  const goal = page.url();
  await page.getByRole('button', { name: 'Who exactly, and why?' }).click();
  const readers = page.getByRole('dialog', { name: 'Who can read this now' });
  await sees(readers, 'because it is shared with the whole partnership');
  await sees(readers, /\d people from Riverbend PTA Council/);
  expect(await usable(page).count()).toBeGreaterThan(0);

  await follow(readers, 'See it as they would (Riverbend PTA Council)');
  await sees(
    page,
    'this side of the table would: Families',
    /is not shown to you/,
    'Seen as: Families',
  );
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  expect(await usable(page).count()).toBe(0);

  // The links lead on in the same way, and a team of which they are no part keeps its own.
  await follow(page, 'Decisions');
  expect(new URL(page.url()).searchParams.get('view-as')).toBe('seat-families');
  await sees(page, 'this side of the table would: Families');
  await follow(page, 'Our space');
  expect(await page.locator('main a[href*="/caucus/"]').count()).toBe(0);

  await page.goto(`${goal}?view-as=visitor`);
  await sees(page, 'This page is not there for them.');
  await follow(page, 'Stop, and be yourself again');
  expect(page.url()).toBe(goal);
  expect(await usable(page).count()).toBeGreaterThan(0);
});

test('without JavaScript and in Spanish one looks as a colleague, from the menu of one’s seat', async () => {
  const page = await newPerson(browser, 'no script', {
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  await be(page, address, 'Kim Tran');
  await page.goto(`${home}/voices?lang=es`);
  await page.locator('.page-you summary').click();
  await follow(page, 'Verla como la vería otra persona');
  await choose(
    page,
    '¿Como quién quiere mirar?',
    'Una persona de Riverbend Administration que no habla por ella',
  );
  await send(page, 'Mirar');
  expect(new URL(page.url()).pathname).toBe('/p/riverbend-public-schools/voices');
  await sees(page, 'Usted ve esta página como la vería una persona de Riverbend Administration');
  await follow(page, 'Dejar de mirar así');
  expect(new URL(page.url()).search).toBe('');
});

test('a seat is handed over while its holder is writing', async () => {
  const holder = await newPerson(browser, 'holder');
  await be(holder, address, 'Harpreet Singh');
  await holder.goto(`${home}/actions/new`);
  await write(holder, { 'What is to be done?': 'Ask Cedar Grove about the lunch line' });
  await holder.getByLabel('By when?').fill(day(9));
  await pick(holder, 'Who does it?', 'Harpreet Singh, Building representative');
  await send(holder, 'Note it');
  await sees(holder, 'The action is noted.');
  await holder.goto(`${home}/voices/new`);
  await write(holder, { 'What would you like to say?': 'The lunch line is too long.' });

  const president = await newPerson(browser, 'president');
  await be(president, address, 'Luis Ortega');
  await president.goto(`${home}/partners`);
  await follow(president, 'Riverbend Education Association');
  await president
    .locator('.record-row', { hasText: 'Harpreet Singh' })
    .getByRole('link')
    .first()
    .click();
  await president.waitForURL(/\/partners\/seats\//);
  const name = president.getByLabel(/^(Their name|Or the name of somebody else)/);
  await name.fill('Nadia Petrova');
  await send(president, 'Invite');
  const link = await copied(president, 'Link for Nadia Petrova');

  const newcomer = await newPerson(browser, 'newcomer');
  await newcomer.goto(link);
  await choose(newcomer, 'Your language', 'English');
  await write(newcomer, {
    'Your email address': 'nadia@example.org',
    'Choose a password': 'a window for every room',
  });
  await send(newcomer, 'Take the seat');
  await sees(newcomer, 'Welcome to the table');

  // The next click of whoever sat there says what happened; nothing was sent.
  await send(holder, 'Raise your voice');
  await sees(
    holder,
    'Your term in this seat has ended',
    /Your term as Building representative for Riverbend Education Association ended today/,
    'Somebody else took over the seat.',
    /was not sent, and nothing was changed/,
  );
  await holder.goto(`${home}/actions`);
  await sees(holder, 'Your term in this seat has ended');
  await newcomer.goto(`${home}/voices`);
  expect(await newcomer.getByText('The lunch line is too long.').count()).toBe(0);

  // What the seat owns is there for whoever sits there now, the same minute.
  await newcomer.goto(home);
  await sees(newcomer, 'Ask Cedar Grove about the lunch line');
});
