import { addressesOf, toldByInvitation } from '../../leaks/requests.ts';
import { tableCalled } from '../../leaks/tables.ts';
import { invitationToken } from '../../src/partnership/invitation/index.ts';
import { signerWith } from '../../src/platform/signer.ts';
import { type Attack, type AttackClass, actorCalled, slugOf, type Target } from '../attack.ts';
import { typedForRoute } from '../form-fields.ts';

const signer = signerWith('test');

/** A token that was made by us, and what one can do to it. */
function spoiled(token: string): string[] {
  const [name = '', rest = ''] = token.split('.');
  const flip = (text: string) =>
    text === '' ? 'x' : `${text.slice(0, -1)}${text.endsWith('A') ? 'B' : 'A'}`;
  return [
    flip(token),
    token.slice(0, -1),
    `${token}A`,
    token.toUpperCase(),
    name,
    `.${rest}`,
    `${name}.`,
    `${flip(name)}.${rest}`,
    `${name}.${signer.sign('zqh', name)}`,
    `${name}.${signerWith('another key').sign('invitation', name)}`,
    `${token}%00`,
    `${token}~`,
  ].filter((one) => one !== token);
}

/** Addresses that open something by themselves, with one letter different. */
export const forgedTokens: AttackClass = {
  name: 'forged tokens',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const visitor = actorCalled(target, 'visitor');
    const guest = actorCalled(target, 'guest link expired');
    for (const route of target.routes.list.filter(({ path }) => path.includes(':token'))) {
      // One that opens something is spoiled; an address of which none does is tried as it stands.
      const addresses = addressesOf(target.matrix, route.path, slugOf(visitor));
      const chosen = addresses.find(({ path }) => !path.includes('nobody')) ?? addresses[0]!;
      const at = chosen.path.lastIndexOf('/') + 1;
      const [token = '', extension = ''] = chosen.path.slice(at).split(/(\.ics)$/);
      for (const one of spoiled(token)) {
        const path = `${chosen.path.slice(0, at)}${one}${extension}`;
        const body = typedForRoute(target, visitor, route);
        yield route.method === 'GET'
          ? { actor: visitor, reader: guest, method: 'GET', path }
          : { actor: visitor, reader: guest, method: 'POST', path, body };
      }
    }
  },
};

/** What worked once or until yesterday: invitations, set-up links, listening links. */
export const usedTokens: AttackClass = {
  name: 'used and expired links',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'no seat');
    const { rows } = tableCalled(target.matrix.tables, 'invitation');
    const at = target.matrix.world.here.clock.now();
    const closed = rows.filter(
      (row) =>
        row.accepted_at !== null ||
        row.withdrawn_at !== null ||
        new Date(String(row.expires_at)) < at,
    );
    const join = target.routes.list.find(
      ({ method, path }) => method === 'POST' && path === '/join/:token',
    )!;
    for (const row of closed) {
      const ids = { partnershipId: String(row.partnership_id), id: String(row.id) };
      const told = toldByInvitation(target.matrix, row);
      const path = `/join/${invitationToken(signer, ids)}`;
      const body = typedForRoute(target, actor, join);
      yield { actor, method: 'POST', path, body, told, must: 'be refused' };
    }
    const start = target.routes.list.find(
      ({ method, path }) => method === 'POST' && path === '/start/:token',
    )!;
    for (const token of ['test%20set-up%20link', 'another%20set-up%20link', 'zqh'])
      yield {
        actor,
        method: 'POST',
        path: `/start/${token}`,
        body: typedForRoute(target, actor, start),
        must: 'be refused',
      };
    const listen = `/listen/${target.matrix.world.ways.expiredLink.token}`;
    const body = new URLSearchParams({ sort: 'idea', constituency: 'families', body: 'zqh' });
    for (const headers of [{}, { 'x-forwarded-for': '192.0.2.1' }, { 'accept-language': 'es' }])
      yield { actor, method: 'POST', path: listen, body, headers, must: 'be refused' };
  },
};

const session = 'concord.session_token';

/** Sessions that ended: by time, by signing out, and those of people whose seat ended. */
export const usedSessions: AttackClass = {
  name: 'replayed sessions',
  ownChanges: false,
  async *attacks(target): AsyncGenerator<Attack> {
    const actor = actorCalled(target, 'visitor');
    const base = `/p/${slugOf(actor)}`;
    const { owner } = target.matrix.world.here.database;
    await owner.query(
      `insert into auth.session (token_hash, account_id, expires_at)
       select sha256('zqhexpired'), id, '2026-09-30' from auth."user" where name = 'president'`,
    );
    await readAgain(target);
    for (const cookie of [`${session}=zqhexpired.x`, `${session}=zqhsignedout.x`])
      for (const { method, path } of target.routes.list) {
        if (method !== 'GET' || /:(id|\w+Id|token)/.test(path)) continue;
        yield { actor, method: 'GET', path: path.replace('/p/:slug', base), headers: { cookie } };
      }
    for (const cookie of [`${session}=zqhexpired.x`, `${session}=zqhsignedout.x`])
      yield {
        actor,
        method: 'POST',
        path: `${base}/caucus`,
        body: new URLSearchParams({ sort: 'note', title: 'zqh', body: 'zqh' }),
        headers: { cookie },
        must: 'be refused',
      };
  },
};

/** Links of sign-in letters: used twice, too late, and made up. */
export const usedLetters: AttackClass = {
  name: 'replayed sign-in letters',
  ownChanges: true,
  async *attacks(target): AsyncGenerator<Attack> {
    const actor = actorCalled(target, 'visitor');
    const { hono, matrix } = target;
    const headers = { origin: 'http://concord.test', host: 'concord.test' };
    const ask = async (email: string) => {
      const body = new URLSearchParams({ email });
      await hono.request('http://concord.test/sign-in/link', { method: 'POST', body, headers });
      return `/sign-in/link/${await target.letter()}`;
    };
    const used = await ask('representative@test.example');
    const first = await hono.request(`http://concord.test${used}`, {
      method: 'POST',
      body: new URLSearchParams(),
      headers,
    });
    if (first.status !== 303) throw new Error(`A fresh letter is answered ${first.status}.`);
    const late = await ask('support@test.example');
    await matrix.world.here.database.owner.query(
      `update auth.ticket set expires_at = '2026-09-30'`,
    );
    for (const path of [used, late, ...spoiled(late), '/sign-in/link/a%20token'])
      for (const more of ['', '?callbackURL=https://zqh.example', '?next=//zqh.example'])
        yield {
          actor,
          method: 'POST',
          path: path + more,
          body: new URLSearchParams({ next: 'https://zqh.example' }),
          must: 'be refused',
        };
  },
};

async function readAgain(target: Target): Promise<void> {
  const { changesSince } = await import('../unchanged.ts');
  await changesSince(target, [], true);
}
