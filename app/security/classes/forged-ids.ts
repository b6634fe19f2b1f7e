import { addressesOf } from '../../leaks/requests.ts';
import { type Attack, type AttackClass, actorCalled, slugOf } from '../attack.ts';
import { typedForRoute } from '../form-fields.ts';

/** Ids that nobody ever made, and what is no id at all. */
const ids = [
  crypto.randomUUID(),
  '00000000-0000-0000-0000-000000000000',
  '1',
  '-1',
  '1 or 1=1',
  "x'--",
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%E0%A4%A',
  '%F0%9F%98%80',
  '{00000000-0000-4000-8000-000000000000}',
  'a'.repeat(5000),
];

export const forgedIds: AttackClass = {
  name: 'forged ids',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    for (const [place, route] of target.routes.list.entries()) {
      const [address] = addressesOf(target.matrix, route.path, slugOf(actor)).filter(
        ({ about }) => about !== null,
      );
      if (!address?.about) continue;
      const row = String(address.about.row.id);
      // Each form meets some of them, all forms together all of them.
      for (const id of [ids[0], ids[1 + (place % (ids.length - 1))]] as string[]) {
        const path = address.path.replace(row, id);
        const body = typedForRoute(target, actor, route);
        yield route.method === 'GET'
          ? { actor, method: 'GET', path, must: 'look like nothing' }
          : { actor, method: 'POST', path, body, must: 'be refused' };
      }
    }
  },
};
