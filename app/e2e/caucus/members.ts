import { copied, follow, sees, send, write } from '../support/on-page.ts';
import type { Person } from '../support/people.ts';

export const passphrase = 'copper lantern over four quiet rivers';

/** A lead adds a seat of their own organization and passes the link on; the person takes it. */
export async function seatColleague(
  lead: Person,
  colleague: Person,
  { home, organization, seat, name }: Record<'home' | 'organization' | 'seat' | 'name', string>,
): Promise<void> {
  await lead.goto(`${home}/partners`);
  await follow(lead, organization);
  await write(lead, { 'Title of the seat': seat });
  await send(lead, 'Add the seat');
  await write(lead, { 'Their name': name });
  await send(lead, 'Invite');
  await sees(lead, 'The invitation is ready');
  const link = await copied(lead, `Link for ${name}`);
  await takeSeat(colleague, link, `${name.split(' ')[0]?.toLowerCase()}@caucus.example`);
}

export async function takeSeat(person: Person, link: string, email?: string): Promise<void> {
  await person.goto(link);
  await sees(person, 'Take your seat in Lakeview Schools');
  if (email) await write(person, { 'Your email address': email });
  await write(person, { 'Choose a password': 'a lamp for every desk' });
  await send(person, 'Take the seat');
  await sees(person, 'Welcome to the table');
}

/** Types the passphrase twice and presses. */
export async function choosePassphrase(person: Person, button: string): Promise<void> {
  const form = person.locator('form', { hasText: button });
  await form.getByLabel('A new passphrase').fill(passphrase);
  await sees(form, 'Strong.');
  await form.getByLabel('The same passphrase once more').fill(passphrase);
  await form.getByRole('button', { name: button, exact: true }).click();
}

/** The recovery key on the sheet, as it would stand on paper. */
export async function takeSheet(person: Person): Promise<string> {
  await sees(person, 'Print this now.');
  const key = await person.locator('[data-recovery-key]').innerText();
  await send(person, 'It is on paper: go on');
  return key;
}

export async function unlock(person: Person): Promise<void> {
  await person.getByLabel('Your passphrase').fill(passphrase);
  await person.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** Writes in a form of the space and waits for the page that comes after it was sealed and sent. */
export async function put(
  person: Person,
  texts: Readonly<Record<string, string>>,
  button: string,
): Promise<void> {
  for (const [label, text] of Object.entries(texts))
    await person.getByLabel(label, { exact: true }).fill(text);
  await send(person, button);
}
