import type { CaucusKey } from './caucus-key.ts';
import type { KeyChain } from './key-chain.ts';
import { type Place, partsOf } from './place.ts';
import { type About, NotAuthentic, seal, unseal } from './seal.ts';

export const threadSorts = ['discussion', 'note', 'draft'] as const;
export type ThreadSort = (typeof threadSorts)[number];

export interface ThreadHead {
  sort: ThreadSort;
  title: string;
}

/** Where a thread's title or a post stands. Whatever of it were changed, the text would not open. */
export interface Where {
  threadId: string;
  personId: string;
  /** Only of a post. */
  postId?: string;
  version?: number;
}

const aboutHead = (place: Place, generation: number, { threadId, personId }: Where): About => [
  ...partsOf(place),
  generation,
  'thread',
  threadId,
  personId,
];
const aboutPost = (place: Place, generation: number, where: Where): About => [
  ...partsOf(place),
  generation,
  'post',
  where.threadId,
  where.postId ?? '',
  where.personId,
  where.version ?? 0,
];

export const sealHead = (key: CaucusKey, place: Place, where: Where, head: ThreadHead) =>
  seal(key.aes, aboutHead(place, key.generation, where), JSON.stringify(head));

export const sealPost = (key: CaucusKey, place: Place, where: Where, text: string) =>
  seal(key.aes, aboutPost(place, key.generation, where), text);

interface Sealed {
  generation: number;
  sealed: Uint8Array<ArrayBuffer>;
}

export async function openHead(
  chain: KeyChain,
  place: Place,
  where: Where,
  { generation, sealed }: Sealed,
): Promise<ThreadHead> {
  const about = aboutHead(place, generation, where);
  const { sort, title } = JSON.parse(await unseal(keyFor(chain, generation), about, sealed));
  return { sort: threadSorts.find((known) => known === sort) ?? 'discussion', title: `${title}` };
}

export async function openPost(
  chain: KeyChain,
  place: Place,
  where: Where,
  { generation, sealed }: Sealed,
): Promise<string> {
  return unseal(keyFor(chain, generation), aboutPost(place, generation, where), sealed);
}

function keyFor(chain: KeyChain, generation: number): CryptoKey {
  const key = chain.keys.get(generation);
  if (!key) throw new NotAuthentic('It was sealed with a key that nobody here has.');
  return key.aes;
}
