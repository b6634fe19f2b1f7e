import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has to say against the page as it stands, a line for each thing. */
export async function accessProblems(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const violations = await page.evaluate(async () => {
    const { axe: here } = globalThis as unknown as { axe: typeof axe };
    const result = await here.run({
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map((node) => node.html.slice(0, 200)),
    }));
  });
  return violations.map(({ id, help, at }) => `${id}: ${help}: ${at.slice(0, 3).join(' ')}`);
}
