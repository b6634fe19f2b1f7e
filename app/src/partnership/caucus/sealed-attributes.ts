import { toBase64 } from './sealing/base64.ts';

/** What the script needs to open a text in its place. */
export function sealedAttributes(text: {
  threadId: string;
  personId: string;
  generation: number;
  sealed: Uint8Array | null;
  postId?: string;
  version?: number;
}) {
  return {
    'data-sealed': text.sealed ? toBase64(text.sealed) : '',
    'data-thread': text.threadId,
    'data-person': text.personId,
    'data-generation': text.generation,
    ...(text.postId ? { 'data-post': text.postId, 'data-version': text.version } : {}),
  };
}
