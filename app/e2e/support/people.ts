import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect, onTestFailed } from 'vitest';

/** For pictures of failed journeys; ignored by git. */
const pictures = join(import.meta.dirname, '..', '..', '..', 'shots', 'failed');
const patienceMs = 20_000;
const loadFailure = 'Failed to load resource';

export type Person = Page;

/** A person at a device of their own. Whatever their browser complains about fails the test. */
export async function newPerson(
  browser: Browser,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Person> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const complain = (text: string) => complaints.push(`${name} at ${page.url()}: ${text}`);
  page.on('console', (message) => {
    // The browser counts a page that says no, or a form shown again, among what failed to load.
    const pageItself =
      message.text().startsWith(loadFailure) && message.location().url === page.url();
    if (message.type() === 'error' && !pageItself) complain(message.text());
  });
  page.on('pageerror', (error) => complain(error.message));
  onTestFailed(async ({ task }) => {
    mkdirSync(pictures, { recursive: true });
    const file = `${task.name} ${name}`.replace(/[^\p{L}\d]+/gu, '-').slice(0, 80);
    await page.screenshot({ path: join(pictures, `${file}.png`), fullPage: true });
  });
  return page;
}

const complaints: string[] = [];

/** Fails with what browsers complained about since the last time. */
export function expectNoComplaints(): void {
  expect(complaints.splice(0)).toEqual([]);
}
