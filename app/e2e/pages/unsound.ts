import type { Page } from 'playwright-core';

const narrowest = 320;

/** Brings a page and answers with everything that is wrong with it before anybody reads it. */
export async function unsoundIn(page: Page, url: string): Promise<string[]> {
  const response = await page.goto(url);
  const wrong: string[] = [];
  if (response?.status() !== 200) wrong.push(`answered ${response?.status()}`);
  const policy = response?.headers()['content-security-policy'] ?? '';
  if (!policy.includes("default-src 'none'") || policy.includes('unsafe')) wrong.push('policy');
  const found = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    inline: document.querySelectorAll('[style], style, script:not([src]), [onclick]').length,
  }));
  if (!/^(en|es)$/.test(found.lang)) wrong.push(`lang is “${found.lang}”`);
  if (!found.title.includes('Concord')) wrong.push(`title is “${found.title}”`);
  if (found.headings !== 1) wrong.push(`${found.headings} h1`);
  if (found.inline > 0) wrong.push(`${found.inline} inline styles or scripts`);
  const over = await tooWideBy(page);
  if (over > 0) wrong.push(`${over} px too wide at ${narrowest} px`);
  return wrong;
}

async function tooWideBy(page: Page): Promise<number> {
  const usual = page.viewportSize();
  await page.setViewportSize({ width: narrowest, height: 640 });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (usual) await page.setViewportSize(usual);
  return over;
}
