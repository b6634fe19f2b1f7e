import type { CaucusFacts } from '../facts.ts';
import { fromBase64 } from '../sealing/base64.ts';
import type { KeyChain } from '../sealing/key-chain.ts';
import type { PersonKey } from '../sealing/person-key.ts';
import type { Place } from '../sealing/place.ts';

/** The page and what its script knows; keys are in it while the space is open. */
export interface CaucusInPage {
  root: HTMLElement;
  facts: CaucusFacts;
  place: Place;
  words: Readonly<Record<string, string>>;
  key: PersonKey | null;
  chain: KeyChain | null;
  /** Something about the keys is not right: nothing is written until somebody has compared numbers. */
  doubt: boolean;
}

export type State =
  | 'insecure'
  | 'begin'
  | 'keys'
  | 'waiting'
  | 'locked'
  | 'open'
  | 'sheet'
  | 'none';

export function caucusIn(root: HTMLElement): CaucusInPage {
  const facts = JSON.parse(root.dataset.caucus ?? '') as CaucusFacts;
  const { partnershipId, organizationId } = facts;
  return {
    root,
    facts,
    place: { partnershipId, organizationId },
    words: JSON.parse(root.dataset.words ?? '{}') as Record<string, string>,
    key: null,
    chain: null,
    doubt: false,
  };
}

/** Shows what belongs to a state, and hides what belongs to others. */
export function show(state: State): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]'))
    part.hidden = part.dataset.when !== state;
}

export function word(
  { words }: CaucusInPage,
  key: string,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = words[key] ?? '';
  return Object.entries(values).reduce(
    (said, [name, value]) => said.replaceAll(`{${name}}`, value),
    text,
  );
}

/** Says something at the head of the page, where it stays. */
export function say(page: CaucusInPage, text: string, kind = 'warning'): HTMLElement {
  const notice = document.createElement('div');
  notice.className = `notice notice-${kind}`;
  const said = document.createElement('p');
  said.textContent = text;
  notice.append(said);
  const place = page.root.querySelector('[data-said]');
  place?.append(notice);
  notice.scrollIntoView({ block: 'nearest' });
  return notice;
}

/** Says what is wrong beside the field, and leads there. */
export function sayAt(field: HTMLElement, text: string): void {
  const error = document.createElement('p');
  error.className = 'field-error';
  error.id = `${field.id}-said`;
  error.dataset.wrong = '';
  error.textContent = text;
  field.before(error);
  field.closest('.field')?.classList.add('field-wrong');
  field.setAttribute('aria-invalid', 'true');
  field.setAttribute('aria-errormessage', error.id);
  field.focus();
}

export function hush(page: CaucusInPage): void {
  for (const notice of page.root.querySelectorAll('[data-said] > :not([data-stays])'))
    notice.remove();
  for (const error of page.root.querySelectorAll('[data-wrong]')) error.remove();
  for (const field of page.root.querySelectorAll('.field-wrong'))
    field.classList.remove('field-wrong');
  for (const control of page.root.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-errormessage');
  }
}

/** Nothing is written or passed on with a key in doubt; says what to do first. */
export function trusts(page: CaucusInPage): boolean {
  if (page.doubt) {
    hush(page);
    say(page, word(page, 'say.compare-first'));
  }
  return !page.doubt;
}

/** Deriving a key takes a second, more on an old phone: says so while it lasts. */
export async function busily<Result>(
  page: CaucusInPage,
  work: () => Promise<Result>,
): Promise<Result> {
  const note = page.root.querySelector<HTMLElement>('[data-busy]');
  if (note) note.textContent = word(page, 'busy');
  // Painted before the thread is taken.
  await new Promise((resolve) => setTimeout(resolve, 50));
  try {
    return await work();
  } finally {
    if (note) note.textContent = '';
  }
}

export const me = ({ facts }: CaucusInPage) =>
  facts.people.find(({ personId }) => personId === facts.personId);

export const bytes = (text: string) => fromBase64(text);

/** The control of this name within a form. */
export function secret(
  form: ParentNode,
  name: string,
): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const control = form.querySelector<HTMLInputElement>(`[data-secret="${name}"]`);
  if (!control) throw new Error(`There is no field ${name}.`);
  return control;
}
