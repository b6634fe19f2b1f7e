import type { Attack, AttackClass } from '../attack.ts';
import { actorCalled } from '../attack.ts';
import { formsFor } from '../form-fields.ts';

const names = [
  '__proto__',
  '__proto__.zqh',
  '__proto__[zqh]',
  'constructor',
  'constructor[prototype][zqh]',
  'constructor.prototype.zqh',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  '$where',
  'partnershipId',
  'partnership_id',
  'visibleTo',
  'createdBySeat',
  'personId',
  'state',
  'id',
];

/** Fields that a form does not have: what every object has by nature, and columns of the database. */
export const strangeNames: AttackClass = {
  name: 'names of objects',
  ownChanges: true,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    const other = target.matrix.world.other.partnershipId;
    for (const { address, fields, typed } of formsFor(target, actor)) {
      const { path } = address;
      const unknown = names.filter((name) => !fields.includes(name));
      const more = typed();
      for (const name of unknown) more.append(name, other);
      yield { actor, method: 'POST', path, body: more };
      const only = new URLSearchParams(unknown.map((name) => [name, 'zqh']));
      yield { actor, method: 'POST', path, body: only };
    }
  },
};

/** Every field twice, with another value the second time. */
export const twice: AttackClass = {
  name: 'duplicate fields',
  ownChanges: true,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    for (const { address, fields, typed } of formsFor(target, actor)) {
      const body = typed();
      for (const field of fields) body.append(field, 'zqh');
      yield { actor, method: 'POST', path: address.path, body };
      const many = typed();
      for (const field of fields) for (let n = 0; n < 50; n += 1) many.append(field, `zqh${n}`);
      yield { actor, method: 'POST', path: address.path, body: many };
    }
  },
};
