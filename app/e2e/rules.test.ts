import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { accessProblems } from './pages/axe.ts';
import { openBrowser } from './support/browser.ts';
import { be, openDemo } from './support/demo.ts';
import { follow, sees, send, write } from './support/on-page.ts';
import { expectNoComplaints, newPerson, type Person } from './support/people.ts';

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

async function person(name: string): Promise<Person> {
  const one = await newPerson(browser, name);
  await be(one, address, name);
  return one;
}

test('members of the board talk beneath a goal until one more would make it a meeting', async () => {
  const okafor = await person('Dr. Maya Okafor');
  await okafor.goto(`${home}/goals`);
  await follow(okafor, 'New teachers stay');
  const goal = okafor.url();
  for (const name of ['Frank Meyer', 'Priya Shah']) {
    const member = await person(name);
    await member.goto(goal);
    await write(member, { 'Write something': `What ${name} thinks.` });
    await send(member, 'Send');
    await sees(member, 'Sent.');
  }
  const third = await person('Gail Thompson');
  await third.goto(goal);
  await sees(
    third,
    'What Priya Shah thinks.',
    'You can read on, and write at the meeting',
    /Enough members of Riverbend School Board have spoken/,
  );
  expect(await third.getByLabel('Write something').count()).toBe(0);
  expect(await accessProblems(third)).toEqual([]);
  // Whoever is not on the board writes on.
  await okafor.goto(goal);
  await write(okafor, { 'Write something': 'Thank you both.' });
  await send(okafor, 'Send');
  await sees(okafor, 'Sent.');
  await follow(third, 'Why this is so');
  await sees(third, 'This is not legal advice', 'Between meetings');
  expect(await accessProblems(third)).toEqual([]);
});
