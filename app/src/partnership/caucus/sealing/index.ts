export { fromBase64, toBase64 } from './base64.ts';
export { type CaucusKey, caucusKeyOf, makeCaucusKey } from './caucus-key.ts';
export { type ChainLink, type KeyChain, openChain } from './key-chain.ts';
export { gradePassphrase, passphraseLeast, suggestPassphrase } from './passphrase.ts';
export {
  lockWithPassphrase,
  makePersonKey,
  type PersonKey,
  personKeyOf,
  scryptWork,
  unlockWithPassphrase,
} from './person-key.ts';
export type { Place } from './place.ts';
export { safetyCode } from './safety-code.ts';
export { NotAuthentic } from './seal.ts';
export {
  type Access,
  type FirstKey,
  letIn,
  makeFirstKey,
  makeNextKey,
  type NextKey,
  type Recovery,
  recoverBy,
  type Stated,
} from './steps.ts';
export {
  openHead,
  openPost,
  sealHead,
  sealPost,
  type ThreadHead,
  type ThreadSort,
  threadSorts,
  type Where,
} from './texts.ts';
export { unwrap } from './wrap.ts';
