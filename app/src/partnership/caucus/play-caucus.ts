import type { SeatedCtx } from '../access/server.ts';
import { beginCaucus } from './begin-caucus.ts';
import { readSpace } from './caucus.store.ts';
import { changeKey } from './change-key.ts';
import { keepPersonKey } from './keep-person-key.ts';
import { letIn } from './let-in.ts';
import type { CaucusKey } from './sealing/caucus-key.ts';
import { lockWithPassphrase, makePersonKey, type PersonKey } from './sealing/person-key.ts';
import * as steps from './sealing/steps.ts';
import { sealHead, sealPost, type ThreadHead } from './sealing/texts.ts';
import { openThread, writeInThread } from './write-in-caucus.ts';

export interface CaucusPlay<Member extends string> {
  /** A lead makes the first key. */
  begin(lead: Member): Promise<void>;
  /** A member makes a key, and waits. */
  knock(member: Member): Promise<void>;
  /** A member makes a key and is let in by another. */
  join(member: Member, by: Member): Promise<void>;
  /** Whoever stays gets the next key. */
  change(by: Member): Promise<void>;
  open(by: Member, thread: ThreadHead & { body: string }): Promise<string>;
  write(by: Member, threadId: string, body: string): Promise<string>;
  /** The one caucus key of the moment, and the paper. */
  readonly key: CaucusKey;
  readonly recovery: PersonKey;
}

/**
 * One organization's members with their browsers, played in this process by the same steps: for the
 * demo's story and for tests. All keys are in one memory, so it is nothing for real words.
 */
export function playCaucus<Member extends string>(
  as: <Result>(member: Member, work: (ctx: SeatedCtx) => Promise<Result>) => Promise<Result>,
  { passphrase, scryptWork }: { passphrase: string; scryptWork: number },
  held: CaucusKey | null = null,
): CaucusPlay<Member> {
  let key = held;
  let recovery: PersonKey | null = null;
  const known = <Value>(value: Value | null): Value => {
    if (value === null) throw new Error('The caucus has not begun.');
    return value;
  };
  const placeOf = ({ actor }: SeatedCtx) => ({
    partnershipId: actor.partnership.id,
    organizationId: actor.seat.organizationId,
  });
  async function makeKey(ctx: SeatedCtx) {
    const made = await makePersonKey();
    const byPassphrase = await lockWithPassphrase(made, passphrase, scryptWork);
    await keepPersonKey(ctx, { recipient: made.recipient, byPassphrase });
    return { personId: ctx.actor.seat.personId, recipient: made.recipient };
  }
  async function sealed(ctx: SeatedCtx, threadId: string, text: string) {
    const postId = ctx.random.uuid();
    const { personId } = ctx.actor.seat;
    const where = { threadId, postId, personId, version: 1 };
    const { generation } = known(key);
    return { postId, generation, body: await sealPost(known(key), placeOf(ctx), where, text) };
  }

  return {
    get key() {
      return known(key);
    },
    get recovery() {
      return known(recovery);
    },
    begin: (lead) =>
      as(lead, async (ctx) => {
        const first = await steps.makeFirstKey(placeOf(ctx), await makeKey(ctx), 1);
        await beginCaucus(ctx, first.made);
        ({ key, recovery } = first);
      }),
    knock: async (member) => {
      await as(member, makeKey);
    },
    join: async (member, by) => {
      const person = await as(member, makeKey);
      await as(by, async (ctx) => {
        const access = await steps.letIn(known(key), placeOf(ctx), person);
        await letIn(ctx, { generation: known(key).generation, access });
      });
    },
    change: (by) =>
      as(by, async (ctx) => {
        const { people, generations } = await readSpace(ctx);
        const newest = generations.at(-1)!;
        const staying = people.flatMap(({ personId, recipient, access }) =>
          recipient && access
            ? [{ personId, recipient, statement: new Uint8Array(access.statement) }]
            : [],
        );
        const paper = {
          recipient: newest.recoveryRecipient,
          statement: new Uint8Array(newest.recoveryStatement),
        };
        const next = known(await steps.makeNextKey(placeOf(ctx), known(key), staying, paper));
        await changeKey(ctx, next.made);
        ({ key } = next);
      }),
    open: (by, { sort, title, body }) =>
      as(by, async (ctx) => {
        const id = ctx.random.uuid();
        const where = { threadId: id, personId: ctx.actor.seat.personId };
        const head = await sealHead(known(key), placeOf(ctx), where, { sort, title });
        await openThread(ctx, { ...(await sealed(ctx, id, body)), id, head });
        return id;
      }),
    write: (by, threadId, body) =>
      as(by, async (ctx) => {
        const post = await sealed(ctx, threadId, body);
        await writeInThread(ctx, { ...post, threadId });
        return post.postId;
      }),
  };
}
