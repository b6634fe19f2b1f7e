import { afterAll, beforeAll, expect, test } from 'vitest';
import { endTerm } from '../seat/server.ts';
import {
  type CastName,
  type TestPartnership,
  testPartnership,
} from '../testing/test-partnership.ts';
import { standingIn, waitingIn } from './caucus.ts';
import { type CaucusPlay, playCaucus } from './play-caucus.ts';
import {
  lockWithPassphrase,
  makeFirstKey,
  makePersonKey,
  openChain,
  openHead,
  openPost,
  unwrap,
  letIn as wrapFor,
} from './sealing/index.ts';
import {
  beginCaucus,
  keepPersonKey,
  letIn,
  readSpace,
  readThread,
  readThreads,
  removePost,
  renewRecovery,
} from './server.ts';

const secret = {
  sort: 'discussion',
  title: 'Zeppelin over the harbor',
  body: 'Nobody knows yet.',
} as const;
let it: TestPartnership;
let caucus: CaucusPlay<CastName>;
let thread: string;
beforeAll(async () => {
  it = await testPartnership();
  caucus = playCaucus(it.as, { passphrase: 'for a test alone', scryptWork: 1 });
  expect(await it.as('representative', async (ctx) => standingIn(await readSpace(ctx)))).toBe(
    'not-begun',
  );
  await caucus.begin('president');
  await caucus.join('representative', 'president');
  thread = await caucus.open('president', secret);
});
afterAll(() => it.close());

const standing = (who: CastName) => it.as(who, async (ctx) => standingIn(await readSpace(ctx)));

/** Everything that the database holds, as its owner sees it. */
async function everything(): Promise<string> {
  const { owner } = it.database;
  const { rows } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'auth')`,
  );
  const dumps = await Promise.all(
    rows.map(({ name }) =>
      owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`),
    ),
  );
  return dumps.flatMap((dump) => dump.rows.map(({ row }) => row)).join('\n');
}

test('what is written stands in no table, and members open it', async () => {
  const dump = await everything();
  expect(dump).toContain('Test Education Association');
  for (const word of ['Zeppelin', 'over the harbor', 'Nobody knows'])
    for (const form of [
      word,
      Buffer.from(word).toString('hex'),
      Buffer.from(word).toString('base64'),
    ])
      expect(dump).not.toContain(form);
  await it.as('representative', async (ctx) => {
    const { partnershipId, organizationId, generations } = await readSpace(ctx);
    const place = { partnershipId, organizationId };
    const chain = await openChain(
      place,
      generations.map((each) => ({ ...each, previous: null, link: null })),
      caucus.key,
    );
    const { head, posts, ...at } = await readThread(ctx, thread);
    const where = { threadId: thread, personId: at.personId };
    const title = await openHead(chain, place, where, { ...at, sealed: new Uint8Array(head) });
    expect(title).toEqual({ sort: 'discussion', title: secret.title });
    const [post] = posts;
    const text = await openPost(
      chain,
      place,
      { threadId: thread, postId: post!.id, personId: post!.personId, version: post!.version },
      { generation: post!.generation, sealed: new Uint8Array(post!.body!) },
    );
    expect(text).toBe(secret.body);
  });
});

test('the database keeps nothing that is no ciphertext', async () => {
  const words = Buffer.from('These words were sent as they are.');
  await expect(
    it.as('president', (ctx) =>
      ctx.db
        .updateTable('caucusPost')
        .set({ body: words })
        .where('threadId', '=', thread)
        .execute(),
    ),
  ).rejects.toThrow('ciphertext');
});

test('another organization finds no space but its own', async () => {
  expect(await it.as('superintendent', readThreads)).toEqual([]);
  await expect(it.as('superintendent', (ctx) => readThread(ctx, thread))).rejects.toMatchObject({
    status: 404,
  });
  expect(await standing('superintendent')).toBe('not-begun');
});

test('only a lead begins; who made a key waits, and is let in with the key of that person alone', async () => {
  await expect(
    playCaucus(it.as, { passphrase: 'x', scryptWork: 1 }).begin('principal'),
  ).rejects.toMatchObject({ status: 403 });
  const space = playCaucus(it.as, { passphrase: 'for a test alone', scryptWork: 1 });
  await space.begin('superintendent');
  expect(await standing('principal')).toBe('keyless');
  await space.knock('principal');
  expect(await standing('principal')).toBe('waiting');
  const waiting = await it.as('superintendent', async (ctx) => waitingIn(await readSpace(ctx)));
  expect(waiting.map(({ name }) => name)).toEqual(['principal']);
  const forged = await wrapFor(space.key, await placeOf('superintendent'), {
    personId: waiting[0]!.personId,
    recipient: space.recovery.recipient,
  });
  await expect(
    it.as('superintendent', (ctx) => letIn(ctx, { generation: 1, access: forged })),
  ).rejects.toMatchObject({ status: 409 });
});

const placeOf = (who: CastName) =>
  it.as(who, async ({ actor }) => ({
    partnershipId: actor.partnership.id,
    organizationId: actor.seat.organizationId,
  }));

test('a lost passphrase: a new key waits again, and reads everything once let in', async () => {
  await caucus.knock('representative');
  expect(await standing('representative')).toBe('waiting');
  await caucus.join('representative', 'president');
  expect(await standing('representative')).toBe('let-in');
});

test('the paper opens the space, and is replaced by the next one', async () => {
  const place = await placeOf('president');
  const { generations } = await it.as('president', readSpace);
  const newest = generations.at(-1)!;
  const key = await unwrap(newest.recoveryWrapped, caucus.recovery, place, newest.generation);
  expect(key?.id).toBe(caucus.key.id);
  await expect(
    it.as('president', (ctx) =>
      renewRecovery(ctx, {
        generation: 7,
        access: [],
        recoveryRecipient: newest.recoveryRecipient,
        recoveryWrapped: newest.recoveryWrapped,
        recoveryStatement: new Uint8Array(newest.recoveryStatement),
      }),
    ),
  ).rejects.toMatchObject({ status: 409 });
});

test('one changes and takes back one’s own words alone', async () => {
  const post = await caucus.write('representative', thread, 'I take this back.');
  await expect(it.as('president', (ctx) => removePost(ctx, post))).rejects.toMatchObject({
    status: 404,
  });
  await it.as('representative', (ctx) => removePost(ctx, post));
  const { posts } = await it.as('president', (ctx) => readThread(ctx, thread));
  expect(posts.find(({ id }) => id === post)?.body).toBeNull();
});

test('when somebody leaves, nothing is written until the key has changed', async () => {
  await it.as('president', async (ctx) => {
    const { id } = await ctx.db
      .selectFrom('term')
      .select('id')
      .where('personId', '=', it.seats.representative.personId)
      .executeTakeFirstOrThrow();
    await endTerm(ctx, id);
  });
  it.clock.advance(60_000);
  expect((await it.as('president', readSpace)).keyIsStale).toBe(true);
  await expect(caucus.write('president', thread, 'Too early.')).rejects.toThrow('newer key');
  const before = caucus.key;
  await caucus.change('president');
  await caucus.write('president', thread, 'After the change.');
  const space = await it.as('president', readSpace);
  expect([space.generation, space.keyIsStale]).toEqual([2, false]);
  const { rows } = await it.database.owner.query<{ person: string }>(
    `select person_id as person from caucus_access where generation = 2 and organization_id = $1`,
    [it.seats.president.organizationId],
  );
  expect(rows.map(({ person }) => person)).toEqual([it.seats.president.personId]);
  const links = space.generations.map(({ generation, previous, link }) => ({
    generation,
    previous: previous && new Uint8Array(previous),
    link: link && new Uint8Array(link),
  }));
  const chain = await openChain(await placeOf('president'), links, caucus.key);
  expect([chain.unbrokenSince, chain.keys.get(1)?.id]).toEqual([1, before.id]);
});

test('the same key is not made twice at once', async () => {
  const stale = playCaucus(it.as, { passphrase: 'for a test alone', scryptWork: 1 });
  await expect(stale.begin('president')).rejects.toMatchObject({ status: 409 });
});

test('when all keys are lost, a lead begins again; what was written before stays closed', async () => {
  const place = await placeOf('president');
  const me = await makePersonKey();
  const byPassphrase = await lockWithPassphrase(me, 'for a test alone', 1);
  const { generation } = await it.as('president', readSpace);
  await it.as('president', (ctx) => keepPersonKey(ctx, { recipient: me.recipient, byPassphrase }));
  const { personId } = it.seats.president;
  const again = await makeFirstKey(place, { personId, recipient: me.recipient }, generation + 1);
  await it.as('president', (ctx) => beginCaucus(ctx, again.made));
  expect(await standing('president')).toBe('let-in');
  const space = await it.as('president', readSpace);
  const links = space.generations.map(({ generation, previous, link }) => ({
    generation,
    previous: previous && new Uint8Array(previous),
    link: link && new Uint8Array(link),
  }));
  const chain = await openChain(place, links, again.key);
  expect([...chain.keys.keys()]).toEqual([generation + 1]);
});
