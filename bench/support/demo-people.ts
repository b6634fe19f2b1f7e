import { setTimeout as sleep } from 'node:timers/promises';
import { Visitor } from './visitor.ts';

/** Opens the demo district and signs every person of it in. Also says where its table is. */
export async function demoPeople(address: string): Promise<{ people: Visitor[]; home: string }> {
  const anybody = new Visitor(address);
  await anybody.send('/demo', {});
  const accounts = await readAccounts(anybody);
  const people: Visitor[] = [];
  for (const account of accounts) {
    const person = new Visitor(address);
    const { status } = await person.send('/demo/persona', { account });
    if (status !== 303) throw new Error(`A person of the demo cannot sign in (${status}).`);
    people.push(person);
  }
  const { to: home } = await people[0]!.page('/');
  if (!/^\/p\/[^/]+$/.test(home)) throw new Error(`The demo leads to “${home}”.`);
  return { people, home };
}

async function readAccounts(anybody: Visitor): Promise<string[]> {
  const giveUpAt = performance.now() + 120_000;
  for (;;) {
    const { html } = await anybody.page('/demo');
    const accounts = [...html.matchAll(/name="account" value="([^"]+)"/g)].map(
      (match) => match[1]!,
    );
    if (accounts.length > 0) return accounts;
    if (performance.now() > giveUpAt) throw new Error('The demo district is not there.');
    await sleep(200);
  }
}
