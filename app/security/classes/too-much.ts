import type { Attack, AttackClass } from '../attack.ts';
import { actorCalled } from '../attack.ts';
import { formsFor } from '../form-fields.ts';

const kilobyte = 1024;

/** More than a form takes, more fields than it has, and addresses without end. */
export const tooMuch: AttackClass = {
  name: 'oversized',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    for (const { route, address, fields, typed } of formsFor(target, actor)) {
      const { path } = address;
      const most = route.mostBytes ?? 0;
      const send = (body: string) =>
        ({
          actor,
          method: 'POST',
          path,
          body,
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }) as const;
      // The roster's 20 megabytes are sent once, over a socket.
      if (most <= 2048 * kilobyte)
        yield { ...send(`${typed()}&zqh=${'x'.repeat(most)}`), must: 'be too large' };
      const [field] = fields;
      if (field) {
        const body = typed();
        for (const one of fields) body.set(one, 'zqh'.repeat((20 * kilobyte) / fields.length));
        yield send(body.toString());
      }
    }
  },
};

export const longAddresses: AttackClass = {
  name: 'long paths and queries',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    const visitor = actorCalled(target, 'visitor');
    const base = `/p/${target.matrix.world.here.slug}`;
    const pages = target.routes.list.filter(
      ({ method, path }) =>
        method === 'GET' && path.startsWith('/p/:slug/') && !/:id|Id/.test(path),
    );
    for (const { path } of pages) {
      const known = path.replace('/p/:slug', base);
      yield { actor, method: 'GET', path: `${known}?zqh=${'x'.repeat(8 * kilobyte)}` };
      yield { actor, method: 'GET', path: `${known}/${'x/'.repeat(2 * kilobyte)}` };
      yield { actor: visitor, method: 'GET', path: `${known}?${'zqh=1&'.repeat(1500)}` };
    }
  },
};
