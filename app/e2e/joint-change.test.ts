import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { accessProblems } from './pages/axe.ts';
import { openBrowser } from './support/browser.ts';
import { be, openDemo } from './support/demo.ts';
import { follow, sees, send, unfold, write } from './support/on-page.ts';
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

async function person(name: string, options = {}): Promise<Person> {
  const one = await newPerson(browser, name, options);
  await be(one, address, name);
  return one;
}

/** The first team of the list, and its address. */
async function openTeam(at: Person): Promise<string> {
  await at.goto(`${home}/teams`);
  await follow(at, 'District Leadership Team');
  return at.url();
}

test('two people open a record to everyone: before and after shown, both on the audit trail', async () => {
  const okafor = await person('Dr. Maya Okafor');
  const ortega = await person('Luis Ortega');
  const team = await openTeam(okafor);
  const visitor = await newPerson(browser, 'visitor');
  expect((await visitor.goto(team))?.status()).toBe(404);

  await follow(okafor, 'Propose to change who can see this');
  await send(okafor, 'Propose');
  await sees(okafor, 'Please fill this in.');
  const why = 'Families ask who is on it and what it does.';
  await write(okafor, { 'Why should this change?': why });
  await send(okafor, 'Propose');
  await sees(okafor, 'Your proposal is on its way.', 'Waiting for agreement');
  const change = okafor.url().split('?')[0] ?? '';
  expect(await okafor.getByRole('button', { name: 'Agree', exact: true }).count()).toBe(0);

  await ortega.goto(home);
  const asked = ortega.getByRole('link', { name: /Agree or decline.*District Leadership Team/ });
  await Promise.all([ortega.waitForURL(change), asked.click()]);
  await sees(
    ortega,
    why,
    'Everyone with a seat in this partnership can see this. Nobody outside it.',
    'Everyone can see this, also people who are not signed in.',
    'Everybody else too, without signing in',
  );
  expect(await accessProblems(ortega)).toEqual([]);
  expect((await visitor.goto(team))?.status()).toBe(404);
  await send(ortega, 'Agree');
  await sees(ortega, 'Everybody who was needed has agreed.', 'In effect');
  expect((await visitor.goto(team))?.status()).toBe(200);
  await sees(visitor, 'District Leadership Team');
  expect((await visitor.goto(change))?.status()).toBe(404);

  for (const reader of [okafor, ortega]) {
    await reader.goto(`${home}/audit`);
    await sees(
      reader,
      /proposed a joint change/,
      /agreed to a joint change/,
      /put a joint change into effect/,
    );
  }
});

test('other places on a team, on a small screen: declined with a reason, which stays', async () => {
  const small = { viewport: { width: 360, height: 740 } };
  const ortega = await person('Luis Ortega', small);
  const okafor = await person('Dr. Maya Okafor', small);
  await openTeam(ortega);
  await follow(ortega, 'Propose other places');
  expect(await accessProblems(ortega)).toEqual([]);
  const own = ortega.getByRole('group', { name: 'Riverbend Education Association', exact: true });
  await own.getByLabel('Places').fill('4');
  await write(ortega, { 'Why should this change?': 'Two more schools have joined.' });
  await send(ortega, 'Propose');
  await sees(ortega, 'Your proposal is on its way.', /Riverbend Education Association: 4 places/);

  await okafor.goto(`${home}/joint-changes`);
  await sees(okafor, 'Waits for you');
  await okafor.goto(ortega.url().split('?')[0] ?? '');
  await unfold(okafor, 'Decline, with a reason');
  await send(okafor, 'Decline');
  await sees(okafor, 'Please fill this in.');
  await write(okafor, { 'Why not?': 'Let us first see how we work with three.' });
  await send(okafor, 'Decline');
  await sees(okafor, 'You declined.', 'Let us first see how we work with three.');
  await ortega.reload();
  await sees(ortega, 'Declined', 'Let us first see how we work with three.');
});
