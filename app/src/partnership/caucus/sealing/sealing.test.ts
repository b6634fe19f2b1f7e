import { expect, test } from 'vitest';
import {
  fromBase64,
  gradePassphrase,
  letIn,
  lockWithPassphrase,
  makeCaucusKey,
  makeFirstKey,
  makeNextKey,
  makePersonKey,
  NotAuthentic,
  openChain,
  openHead,
  openPost,
  personKeyOf,
  safetyCode,
  sealHead,
  sealPost,
  suggestPassphrase,
  toBase64,
  unlockWithPassphrase,
  unwrap,
  type Where,
} from './index.ts';
import { pad, unpad } from './padding.ts';

const place = { partnershipId: 'a partnership', organizationId: 'an organization' };
const work = 1;

async function begun(personId = 'lead') {
  const me = await makePersonKey();
  const first = await makeFirstKey(place, { personId, recipient: me.recipient }, 1);
  const chain = await openChain(place, [{ generation: 1, previous: null, link: null }], first.key);
  return { me, ...first, chain };
}

test('a text opens where it was sealed, and nowhere else', async () => {
  const { key, chain } = await begun();
  const where: Where = { threadId: 't', postId: 'p', personId: 'author', version: 1 };
  const sealed = await sealPost(key, place, where, 'Among us.');
  const open = (at: Where, there = place, generation = 1) =>
    openPost(chain, there, at, { generation, sealed });
  expect(await open(where)).toBe('Among us.');
  const moves: [string, () => Promise<string>][] = [
    ['another thread', () => open({ ...where, threadId: 'other' })],
    ['another post', () => open({ ...where, postId: 'other' })],
    ['another author', () => open({ ...where, personId: 'other' })],
    ['another version', () => open({ ...where, version: 2 })],
    ['another organization', () => open(where, { ...place, organizationId: 'other' })],
    ['another partnership', () => open(where, { ...place, partnershipId: 'other' })],
    ['another generation', () => open(where, place, 2)],
    ['a title', () => openHead(chain, place, where, { generation: 1, sealed }).then(String)],
  ];
  for (const [what, opened] of moves) await expect(opened(), what).rejects.toThrow(NotAuthentic);
});

test('a text with a single changed bit, wherever it is, does not open', async () => {
  const { key, chain } = await begun();
  const where = { threadId: 't', personId: 'author' };
  const sealed = await sealHead(key, place, where, { sort: 'draft', title: 'Our offer' });
  expect(await openHead(chain, place, where, { generation: 1, sealed })).toEqual({
    sort: 'draft',
    title: 'Our offer',
  });
  for (let at = 0; at < sealed.length; at += 7) {
    const changed = sealed.slice();
    changed[at]! ^= 1;
    const opened = openHead(chain, place, where, { generation: 1, sealed: changed });
    await expect(opened, `byte ${at}`).rejects.toThrow(NotAuthentic);
  }
});

test('lengths come in steps that tell little', async () => {
  const { key } = await begun();
  const where = { threadId: 't', postId: 'p', personId: 'author', version: 1 };
  const sizeOf = async (text: string) => (await sealPost(key, place, where, text)).length - 29;
  expect(await sizeOf('')).toBe(256);
  expect(await sizeOf('Yes.')).toBe(256);
  expect(await sizeOf('x'.repeat(252))).toBe(256);
  expect(await sizeOf('x'.repeat(253))).toBe(512);
  expect(await sizeOf('ñ'.repeat(20_000))).toBe(65_536);
  expect(await sizeOf('漢'.repeat(20_000))).toBe(65_536);
  for (const text of ['', 'á', '漢字 😀', 'x'.repeat(5000)]) expect(unpad(pad(text))).toBe(text);
  expect(() => pad('x'.repeat(131_072))).toThrow('too long');
});

test('a private key opens with its passphrase alone', async () => {
  const key = await makePersonKey();
  const locked = await lockWithPassphrase(key, 'seven boats on the río', work);
  expect(await unlockWithPassphrase(locked, 'seven boats on the río')).toEqual(key);
  // The same letters, typed on another keyboard.
  expect(await unlockWithPassphrase(locked, 'seven boats on the ri\u0301o')).toEqual(key);
  expect(await unlockWithPassphrase(locked, 'Seven boats on the río')).toBeNull();
  expect(Buffer.from(locked).toString('latin1')).not.toContain('AGE-SECRET-KEY');
  expect(await personKeyOf(key.identity)).toEqual(key);
  expect(await personKeyOf(`${key.identity.slice(0, -1)}X`)).toBeNull();
});

test('the caucus key opens for whom it was wrapped, and as what it is', async () => {
  const { me, key, made, recovery } = await begun();
  const [{ wrapped } = { wrapped: new Uint8Array() }] = made.access;
  expect((await unwrap(wrapped, me, place, 1))?.id).toBe(key.id);
  expect((await unwrap(made.recoveryWrapped, recovery, place, 1))?.id).toBe(key.id);
  expect(await unwrap(wrapped, recovery, place, 1)).toBeNull();
  expect(await unwrap(wrapped, await makePersonKey(), place, 1)).toBeNull();
  expect(await unwrap(wrapped, me, place, 2)).toBeNull();
  expect(await unwrap(wrapped, me, { ...place, organizationId: 'other' }, 1)).toBeNull();
});

test('after a change of the key, who stays reads all, and who left reads nothing new', async () => {
  const { me, key, made } = await begun();
  const leaver = await makePersonKey();
  await letIn(key, place, { personId: 'leaver', recipient: leaver.recipient });
  const recovery = { recipient: made.recoveryRecipient, statement: made.recoveryStatement };
  const next = (await makeNextKey(
    place,
    key,
    made.access.map(({ personId, recipient, statement }) => ({ personId, recipient, statement })),
    recovery,
  ))!;
  expect(next.leftOut).toEqual([]);
  const links = [
    { generation: 1, previous: null, link: null },
    { generation: 2, previous: next.made.previous, link: next.made.link },
  ];
  const mine = (await unwrap(next.made.access[0]!.wrapped, me, place, 2))!;
  const chain = await openChain(place, links, mine);
  expect(chain.unbrokenSince).toBe(1);
  const where = { threadId: 't', postId: 'p', personId: 'lead', version: 1 };
  for (const [generation, sealer] of [
    [1, key],
    [2, next.key],
  ] as const) {
    const sealed = await sealPost(sealer, place, where, `Said in ${generation}`);
    expect(await openPost(chain, place, where, { generation, sealed })).toBe(
      `Said in ${generation}`,
    );
    const old = await openChain(place, links, key);
    const opened = openPost(old, place, where, { generation, sealed });
    if (generation === 1) expect(await opened).toBe('Said in 1');
    else await expect(opened).rejects.toThrow(NotAuthentic);
  }
  expect(await unwrap(next.made.access[0]!.wrapped, leaver, place, 2)).toBeNull();
});

test('the next key is wrapped for nobody whom no member vouched for', async () => {
  const { key, made } = await begun();
  const strange = await makePersonKey();
  const known = made.access[0]!;
  const swapped = { ...known, recipient: strange.recipient };
  const unknown = { ...known, personId: 'slipped in', recipient: strange.recipient };
  const recovery = { recipient: made.recoveryRecipient, statement: made.recoveryStatement };
  const next = (await makeNextKey(place, key, [known, unknown], recovery))!;
  expect(next.made.access.map(({ personId }) => personId)).toEqual(['lead']);
  expect(next.leftOut).toEqual(['slipped in']);
  expect((await makeNextKey(place, key, [swapped], recovery))?.leftOut).toEqual(['lead']);
  const swappedPaper = { ...recovery, recipient: strange.recipient };
  expect(await makeNextKey(place, key, [known], swappedPaper)).toBeNull();
});

test('a key that the server slips in is known by what does not lead to it', async () => {
  const { key } = await begun();
  const forged = await makeCaucusKey(2);
  const other = await begun();
  const real = (await makeNextKey(place, other.key, [], {
    recipient: other.made.recoveryRecipient,
    statement: other.made.recoveryStatement,
  }))!;
  // Its maker does not know the key before: whatever is put in its place opens nothing.
  const chain = await openChain(
    place,
    [{ generation: 2, previous: real.made.previous, link: real.made.link }],
    forged,
  );
  expect(chain.unbrokenSince).toBe(2);
  expect([...chain.keys.values()].map(({ id }) => id)).not.toContain(key.id);
});

test('numbers to compare are the same on both sides, and others for another key', async () => {
  const { recipient } = await makePersonKey();
  const code = await safetyCode('person', recipient);
  expect(code).toMatch(/^\d{4}( \d{4}){4}$/);
  expect(await safetyCode('person', recipient)).toBe(code);
  expect(await safetyCode('caucus', recipient)).not.toBe(code);
  expect(await safetyCode('person', (await makePersonKey()).recipient)).not.toBe(code);
});

test('passphrases are graded, and a suggestion is always good', () => {
  expect(gradePassphrase('short one')).toBe('too-short');
  expect(gradePassphrase('aaaaaaaaaaaaaaaaaaaa')).toBe('weak');
  expect(gradePassphrase('abcabcabcabcabcabc')).toBe('weak');
  expect(gradePassphrase('1234 5678 9012 3456')).toBe('weak');
  expect(gradePassphrase('our school is open')).toBe('fair');
  expect(gradePassphrase('seven boats on the river')).toBe('good');
  for (let time = 0; time < 50; time++) expect(gradePassphrase(suggestPassphrase())).toBe('good');
});

test('bytes travel as text and come back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
  expect(toBase64(bytes)).toMatch(/^[\w-]+$/);
  expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
});
