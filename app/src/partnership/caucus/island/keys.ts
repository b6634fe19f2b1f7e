import { gradePassphrase } from '../sealing/passphrase.ts';
import {
  lockWithPassphrase,
  makePersonKey,
  type PersonKey,
  personKeyOf,
} from '../sealing/person-key.ts';
import { letIn, makeFirstKey, makeNextKey, recoverBy } from '../sealing/steps.ts';
import { unwrap } from '../sealing/wrap.ts';
import { remember } from './memory.ts';
import {
  busily,
  bytes,
  type CaucusInPage,
  hush,
  say,
  sayAt,
  secret,
  show,
  trusts,
  word,
} from './page.ts';
import { send } from './send.ts';
import { showSheet } from './sheet.ts';

/** The passphrase, if it is good enough and was typed twice alike; otherwise says what is wrong. */
function chosenPassphrase(page: CaucusInPage, form: HTMLFormElement): string | null {
  const passphrase = secret(form, 'passphrase').value;
  const grade = gradePassphrase(passphrase);
  const again = secret(form, 'again');
  hush(page);
  if (grade === 'too-short' || grade === 'weak')
    sayAt(secret(form, 'passphrase'), word(page, `say.${problems[grade]}`));
  else if (passphrase !== again.value) sayAt(again, word(page, 'say.not-same'));
  else return passphrase;
  return null;
}

const problems = { 'too-short': 'too-short', weak: 'too-weak' } as const;

async function makeKey(passphrase: string) {
  const key = await makePersonKey();
  const byPassphrase = await lockWithPassphrase(key, passphrase);
  return { key, fields: { recipient: key.recipient, byPassphrase } };
}

/** The first key of the caucus: the paper before anything is sent, so that it cannot be skipped. */
export async function begin(page: CaucusInPage, form: HTMLFormElement): Promise<void> {
  const passphrase = chosenPassphrase(page, form);
  if (passphrase === null) return;
  const { key, fields } = await busily(page, () => makeKey(passphrase));
  const me = { personId: page.facts.personId, recipient: key.recipient };
  const begun = await makeFirstKey(page.place, me, 1);
  await showSheet(page, begun.recovery);
  remember(page, key);
  if (!(await send(page, '/begin', { ...fields, ...begun.made }))) show('begin');
}

/** The last way out, when members and paper are lost. */
export async function beginAgain(page: CaucusInPage): Promise<void> {
  const { key, facts } = page;
  if (!key) return;
  const me = { personId: facts.personId, recipient: key.recipient };
  const begun = await makeFirstKey(page.place, me, facts.generation + 1);
  await showSheet(page, begun.recovery);
  if (!(await send(page, '/begin-again', { ...begun.made }))) show('waiting');
}

/** The person's own key pair, the first or after a lost passphrase. */
export async function makeOwnKey(page: CaucusInPage, form: HTMLFormElement): Promise<void> {
  const passphrase = chosenPassphrase(page, form);
  if (passphrase === null) return;
  const { key, fields } = await busily(page, () => makeKey(passphrase));
  remember(page, key);
  await send(page, '/keys', fields);
}

/** A new key for those who stay. Only for public keys that a member vouched for. */
export async function changeTheKey(page: CaucusInPage): Promise<void> {
  const { chain, facts, place } = page;
  if (!chain || !facts.recovery || !trusts(page)) return;
  const staying = facts.people.flatMap(({ personId, recipient, access }) =>
    recipient && access ? [{ personId, recipient, statement: bytes(access.statement) }] : [],
  );
  const { recipient, statement } = facts.recovery;
  const changed = await makeNextKey(place, chain.newest, staying, {
    recipient,
    statement: bytes(statement),
  });
  if (!changed) {
    say(page, word(page, 'say.recovery-swapped'));
    return;
  }
  const names = facts.people
    .filter(({ personId }) => changed.leftOut.includes(personId))
    .map(({ name }) => name);
  if (names.length > 0) say(page, word(page, 'say.left-out', { names: names.join(', ') }));
  await send(page, '/key', { ...changed.made });
}

/** A new paper, by somebody who can open the space. */
export async function renewRecovery(page: CaucusInPage): Promise<void> {
  const { chain, place } = page;
  if (!chain || !trusts(page)) return;
  const paper = await makePersonKey();
  const { newest } = chain;
  const fields = await recoverBy(newest, place, paper.recipient);
  await showSheet(page, paper);
  const renewed = { ...fields, generation: newest.generation };
  if (!(await send(page, '/recovery', renewed))) show('open');
}

/** Back in with the paper: lets oneself in, and replaces the paper. */
export async function recover(page: CaucusInPage, form: HTMLFormElement): Promise<void> {
  const { facts, place, key } = page;
  const typed = secret(form, 'recovery').value.replace(/\s+/g, '').toUpperCase();
  const paper: PersonKey | null = await personKeyOf(typed);
  const newest =
    paper && facts.recovery
      ? await unwrap(bytes(facts.recovery.wrapped), paper, place, facts.generation)
      : null;
  hush(page);
  if (!newest || !key) {
    sayAt(secret(form, 'recovery'), word(page, 'say.wrong-recovery'));
    return;
  }
  const { personId } = facts;
  const access = await letIn(newest, place, { personId, recipient: key.recipient });
  const next = await makePersonKey();
  const fields = await recoverBy(newest, place, next.recipient);
  await showSheet(page, next);
  const recovered = { ...fields, generation: newest.generation, access };
  if (!(await send(page, '/recovery', recovered))) show('waiting');
}
