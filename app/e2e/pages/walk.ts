import type { Page } from 'playwright-core';
import { accessProblems } from './axe.ts';
import { unsoundIn } from './unsound.ts';

/** What a walk found: what is wrong, by page, and where the links led that it did not follow. */
export interface Walk {
  problems: string[];
  /** One page of each kind: `/p/:slug/goals/:id`. */
  kinds: Map<string, string>;
  links: Set<string>;
}

const notPages = /[?&]lang=|\.(csv|jsonl|ics|pdf|zip)$/;

/** Follows all links from a page, but opens only one page of each kind. */
export async function walkFrom(
  page: Page,
  start: string,
  known: ReadonlySet<string> = new Set(),
): Promise<Walk> {
  const walk: Walk = { problems: [], kinds: new Map(), links: new Set() };
  const ahead = [start];
  for (let url = ahead.shift(); url; url = ahead.shift()) {
    const kind = kindOf(url);
    if (walk.kinds.has(kind)) continue;
    walk.kinds.set(kind, url);
    const problems = await unsoundIn(page, url);
    if (!known.has(kind)) problems.push(...(await accessProblems(page)));
    walk.problems.push(...problems.map((problem) => `${url}: ${problem}`));
    for (const link of await linksOn(page)) {
      walk.links.add(link);
      ahead.push(link);
    }
  }
  return walk;
}

async function linksOn(page: Page): Promise<string[]> {
  const links = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map((link) => link.href),
  );
  const { origin } = new URL(page.url());
  return links
    .filter((link) => link.startsWith(`${origin}/`) && !notPages.test(link))
    .map((link) => link.replace(/#.*/, ''));
}

function kindOf(url: string): string {
  return new URL(url).pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/^\/(listen|voice|join)\/.*/, '/$1/:token');
}
