import { safetyCode } from '../sealing/safety-code.ts';
import { letIn } from '../sealing/steps.ts';
import { type CaucusInPage, trusts } from './page.ts';
import { send } from './send.ts';

const personOf = ({ facts }: CaucusInPage, row: HTMLElement) => {
  const person = facts.people.find(({ personId }) => personId === row.dataset.waiting);
  return person?.recipient ? { personId: person.personId, recipient: person.recipient } : null;
};

/** The numbers beside each who waits, to be compared by voice. */
export async function showWaiting(page: CaucusInPage): Promise<void> {
  for (const row of page.root.querySelectorAll<HTMLElement>('[data-waiting]')) {
    const person = personOf(page, row);
    const place = row.querySelector('[data-code]');
    if (person && place) place.textContent = await safetyCode('person', person.recipient);
  }
}

/** One press for one person. */
export async function admit(page: CaucusInPage, row: HTMLElement): Promise<void> {
  const person = personOf(page, row);
  if (!person || !page.chain || !trusts(page)) return;
  const { newest } = page.chain;
  const access = await letIn(newest, page.place, person);
  await send(page, '/let-in', { generation: newest.generation, access });
}
