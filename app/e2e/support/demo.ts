import type { Page } from 'playwright-core';
import { waitFor } from './wait-for.ts';

/** From the first page into the demo district, which is made when the first visitor asks for it. */
export async function openDemo(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/?stay=1`);
  // The next address is asked for when this one has been answered.
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    page.getByRole('button', { name: /^(Look around|Explorar)/ }).click(),
  ]);
  // Asked beside the page, which reloads itself meanwhile.
  await waitFor('demo district', async () => {
    const answer = await page.request.get(`${address}/demo`);
    return (await answer.text()).includes('http-equiv="refresh"') ? undefined : true;
  });
}

/** Takes the place of one of its people. Answers with the path of the partnership. */
export async function be(page: Page, address: string, name: string): Promise<string> {
  await page.goto(`${address}/demo`);
  // One person of each side is in sight; the others are folded.
  const inSight = page.getByRole('button', { name: new RegExp(` ${name}$`) });
  if ((await inSight.count()) === 0) await page.locator('main details > summary').click();
  await Promise.all([page.waitForURL(`${address}/p/*`), inSight.click()]);
  return new URL(page.url()).pathname;
}
