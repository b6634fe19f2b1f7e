import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { accessProblems } from './pages/axe.ts';
import { markReachable, tabThrough } from './pages/keyboard.ts';
import { unsoundIn } from './pages/unsound.ts';
import { walkFrom } from './pages/walk.ts';
import { openBrowser } from './support/browser.ts';
import { be, openDemo } from './support/demo.ts';
import { copied } from './support/on-page.ts';
import { expectNoComplaints, newPerson } from './support/people.ts';

const { address } = inject('concord');
const home = `${address}/p/riverbend-public-schools`;
const phone = { viewport: { width: 360, height: 740 } };
const main = [
  '',
  ...['voices', 'goals', 'teams', 'meetings', 'decisions', 'actions', 'lessons'].map(
    (one) => `/${one}`,
  ),
  ...['/partners', '/compact', '/caucus', '/cycle', '/audit', '/listening', '/voices/new'],
];
/** Kinds of pages that axe has looked at. */
const looked = new Set<string>();
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

describe('every page that one can reach is sound and accessible', () => {
  for (const name of ['Dr. Maya Okafor', 'Jordan Kim']) {
    test(name, async () => {
      const page = await newPerson(browser, name);
      await be(page, address, name);
      const { problems, kinds, links } = await walkFrom(page, home, looked);
      for (const kind of kinds.keys()) looked.add(kind);
      expect(problems).toEqual([]);
      for (const link of links) {
        const { status } = await page.request
          .get(link)
          .then((answer) => ({ status: answer.status() }));
        expect(`${link}: ${status}`).toBe(`${link}: 200`);
      }
      expect(kinds.size).toBeGreaterThan(30);
    });
  }

  test('a parent, in Spanish, on a phone', async () => {
    const page = await newPerson(browser, 'Carmen Rivera', phone);
    await be(page, address, 'Carmen Rivera');
    await page.goto(`${home}?lang=es`);
    for (const path of main) {
      expect(await unsoundIn(page, `${home}${path}`), path).toEqual([]);
      expect(await page.getAttribute('html', 'lang')).toBe('es');
      expect(await accessProblems(page), path).toEqual([]);
    }
  });

  test('a visitor without an account, in Spanish, on a phone', async () => {
    const lead = await newPerson(browser, 'Dr. Maya Okafor');
    await be(lead, address, 'Dr. Maya Okafor');
    await lead.goto(`${home}/listening`);
    await lead.getByRole('listitem').filter({ hasText: 'Open' }).getByRole('link').first().click();
    const listening = await copied(lead, 'The link');
    const visitor = await newPerson(browser, 'visitor', { ...phone, locale: 'es-US' });
    for (const url of [`${address}/`, `${address}/sign-in`, home, listening]) {
      expect(await unsoundIn(visitor, url), url).toEqual([]);
      expect(await accessProblems(visitor), url).toEqual([]);
    }
    // What is shared with everyone, and nothing else, is there for them.
    const { problems, kinds } = await walkFrom(visitor, home, looked);
    expect(problems).toEqual([]);
    expect([...kinds.keys()].filter((kind) => kind.includes(':id')).length).toBeGreaterThan(1);
    for (const path of ['/voices', '/partners', '/caucus', '/nothing-here']) {
      expect((await visitor.goto(`${home}${path}`))?.status(), path).toBe(404);
      expect(await accessProblems(visitor), path).toEqual([]);
    }
  });
});

test('without JavaScript every main page is there', async () => {
  const page = await newPerson(browser, 'no JavaScript', { javaScriptEnabled: false });
  await be(page, address, 'Luis Ortega');
  for (const path of main) {
    const response = await page.goto(`${home}${path}`);
    expect(response?.status(), path).toBe(200);
    expect(await page.getByRole('heading', { level: 1 }).isVisible(), path).toBe(true);
  }
  await page.goto(`${home}/voices/new`);
  await page.getByLabel('What would you like to say?').fill('The new bus times work.');
  await page.getByRole('button', { name: 'Raise your voice' }).click();
  await page.getByText('Thank you. Your voice is on the table.').waitFor();
});

describe('by keyboard alone', () => {
  const pages = { '': 'See the cycle', '/voices/new': 'Raise your voice' };
  for (const [path, action] of Object.entries(pages)) {
    test(`${path || 'the table'}: everything in order, and always in sight`, async () => {
      const page = await newPerson(browser, 'keyboard');
      await be(page, address, 'Dr. Maya Okafor');
      await page.goto(`${home}${path}`);
      const reachable = await markReachable(page);
      const stops = await tabThrough(page);
      expect(reachable.length).toBeGreaterThan(15);
      expect(reachable.some((one) => one.endsWith(` ${action}`))).toBe(true);
      expect(stops.map(({ id }) => id)).toEqual(reachable);
      expect(stops.filter(({ seen }) => !seen)).toEqual([]);
      expect(stops[0]?.id).toBe('1 Skip to content');
      await page.goto(`${home}${path}`);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  }
});
