// `npm run shots`: every main page of the demo district at 1280 and 360 px, light and dark, into shots/.
// `npm run shots -- goal teams` takes only pages whose name holds one of these words.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../app/e2e/support/browser.ts';
import { be, openDemo } from '../app/e2e/support/demo.ts';
import { runConcord } from '../app/e2e/support/run-concord.ts';
import { fail, root, step } from './runtime.mjs';

const folder = join(root, 'shots');
const widths = [1280, 360];
const colours = ['light', 'dark'];
const wanted = process.argv.slice(2);

const visitors = [
  ['first-page', '/?stay=1'],
  ['sign-in', '/sign-in'],
  ['demo-people', '/demo'],
  ['public', '/p/riverbend-public-schools'],
];
/** As the superintendent. `follow` goes on to the first record of that kind. */
const members = [
  ['table', ''],
  ['voices', '/voices'],
  ['voice', '/voices', 'voices'],
  ['voice-new', '/voices/new'],
  ['listening', '/listening'],
  ['listening-link', '/listening', 'listening'],
  ['goals', '/goals'],
  ['goal', '/goals', 'goals'],
  ['goal-new', '/goals/new'],
  ['teams', '/teams'],
  ['team', '/teams', 'teams'],
  ['meetings', '/meetings'],
  ['meeting', '/meetings', 'meetings'],
  ['decisions', '/decisions'],
  ['decision-open', '/decisions?show=open', 'decisions'],
  ['decision-closed', '/decisions?show=decided', 'decisions'],
  ['decision-new', '/decisions/new'],
  ['actions', '/actions'],
  ['action', '/actions?show=closed', 'actions'],
  ['lessons', '/lessons'],
  ['lesson', '/lessons', 'lessons'],
  ['partners', '/partners'],
  ['roster', '/partners/roster'],
  ['compact', '/compact'],
  ['caucus', '/caucus'],
  ['cycle', '/cycle'],
  ['audit', '/audit'],
];
const chosen = ([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word));

/** Where each page is: lists lead on to their first record. */
async function addressesOf(page, home) {
  const found = [];
  for (const [name, path, follow] of members.filter(chosen)) {
    let url = home + path;
    if (follow) {
      await page.goto(url);
      const record = page.locator(`main a[href*="/${follow}/"]`);
      const hrefs = await record.evaluateAll((links) => links.map((link) => link.href));
      url = hrefs.find((href) => /[0-9a-f]{8}-[0-9a-f-]{27}/.test(href));
      if (!url) throw new Error(`The demo district has no page for ${name}.`);
    }
    found.push([name, url]);
  }
  return found;
}

async function shoot(page, pages) {
  let taken = 0;
  for (const [name, url] of pages) {
    await page.goto(url);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    for (const colorScheme of colours) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        const path = join(folder, `${name}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
        taken += 1;
      }
    }
  }
  return taken;
}

async function takeAll(browser, { address }) {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/Chicago' });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await openDemo(page, address);
  const taken = await shoot(
    page,
    visitors.filter(chosen).map(([name, path]) => [name, address + path]),
  );
  const home = address + (await be(page, address, 'Dr. Maya Okafor'));
  return taken + (await shoot(page, await addressesOf(page, home)));
}

try {
  mkdirSync(folder, { recursive: true });
  const concord = await step('Starting Concord', () => runConcord());
  const browser = await openBrowser();
  try {
    const taken = await step('Taking pictures', () => takeAll(browser, concord));
    console.log(`${taken} pictures in ${folder}`);
  } finally {
    await browser.close();
    await concord.stop();
  }
} catch (error) {
  fail(error);
}
