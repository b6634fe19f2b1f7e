import type { Locator, Page } from 'playwright-core';

/** Longer than for anything on a page, so that a button that is not there is what fails. */
const pageMs = 30_000;

/** A page, or a part of it. */
type Place = Page | Locator;

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A label as the page shows it, with "(optional)" behind it in either language. */
const labelled = (place: Place, label: string) =>
  place.getByLabel(new RegExp(`^\\s*${literally(label)}( \\((optional|opcional)\\))?\\s*$`));

/** Opens what a control is folded into, as a person would who looks for it. */
async function unfolded(control: Locator): Promise<Locator> {
  await control.waitFor({ state: 'attached' });
  const folds = control.locator('xpath=ancestor::details[not(@open)]');
  while ((await folds.count()) > 0) await folds.first().locator('summary').first().click();
  return control;
}

/** Types into fields, by their labels. */
export async function write(place: Place, texts: Record<string, string>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    await (await unfolded(labelled(place, label))).fill(text);
  }
}

/** Chooses from a list. */
export async function pick(place: Place, label: string, choice: string): Promise<void> {
  await (await unfolded(labelled(place, label))).selectOption({ label: choice });
}

/** Chooses one answer to a question. */
export async function choose(place: Place, question: string, answer: string): Promise<void> {
  const group = place.getByRole('group', { name: question, exact: true, includeHidden: true });
  const radio = group.getByRole('radio', { name: answer, exact: true, includeHidden: true });
  await (await unfolded(radio)).check();
}

export async function tick(place: Place, label: string): Promise<void> {
  const box = place.getByRole('checkbox', { name: label, exact: true, includeHidden: true });
  await (await unfolded(box)).check();
}

/** Presses a button that sends a form, and waits for the page that answers. */
export async function send(place: Place, button: string): Promise<void> {
  await arriving(place, () => place.getByRole('button', { name: button, exact: true }).click());
}

/** Follows a link, and waits for its page. */
export async function follow(place: Place, link: string): Promise<void> {
  await arriving(place, () => place.getByRole('link', { name: link, exact: true }).first().click());
}

async function arriving(place: Place, act: () => Promise<void>): Promise<void> {
  const page = 'page' in place ? place.page() : place;
  await Promise.all([page.waitForEvent('domcontentloaded', { timeout: pageMs }), act()]);
}

/** Opens what is folded under these words. */
export async function unfold(place: Place, words: string): Promise<void> {
  const summaries = place.locator('summary');
  const summary = summaries.filter({ hasText: new RegExp(`^\\s*${literally(words)}`) }).first();
  const open = await summary.locator('..').getAttribute('open');
  if (open === null) await summary.click();
}

/** Waits until these words are to be seen. */
export async function sees(place: Place, ...texts: (string | RegExp)[]): Promise<void> {
  for (const text of texts) {
    await place.getByText(text).filter({ visible: true }).first().waitFor();
  }
}

/** What a reader of the page has before their eyes. */
export function textOf(page: Page): Promise<string> {
  return page.locator('body').innerText();
}

/** The text in a field that is there to be copied. */
export function copied(place: Place, label: string): Promise<string> {
  return place.getByLabel(label, { exact: true }).inputValue();
}
