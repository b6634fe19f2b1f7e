import type { Attack, AttackClass } from '../attack.ts';
import { actorCalled } from '../attack.ts';
import { formsFor } from '../form-fields.ts';

/** What a browser says of a form that a page of somebody else sent. Older ones say only the last few. */
const origins: readonly Record<string, string>[] = [
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  { 'sec-fetch-site': 'same-site', origin: 'http://sub.concord.test' },
  { 'sec-fetch-site': 'none', origin: '' },
  { 'sec-fetch-site': 'Same-Origin ', origin: 'http://concord.test.evil.example' },
  { origin: 'http://evil.example' },
  { origin: 'null' },
  { origin: 'http://concord.test:8080' },
  { origin: '' },
];

/** Forms that the sender could use, from a page that is not ours. */
export const foreignForms: AttackClass = {
  name: 'forms from elsewhere',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    let place = 0;
    for (const { address, typed } of formsFor(target, actor)) {
      // Each form is sent from four of them, in turn.
      for (let turn = 0; turn < 4; turn += 1) {
        const headers = origins[place % origins.length];
        place += turn === 3 ? 2 : 1;
        yield {
          actor,
          method: 'POST',
          path: address.path,
          body: typed(),
          headers: { ...headers },
          must: 'be forbidden',
        };
      }
      yield {
        actor,
        method: 'POST',
        path: address.path,
        body: typed().toString(),
        headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
        must: 'be forbidden',
      };
    }
  },
};
