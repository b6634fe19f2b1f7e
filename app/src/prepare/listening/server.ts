export { closeLink } from './close-link.ts';
export { createLink, type NewLink } from './create-link.ts';
export { countHeldVoices, listHeldVoices, readHeldVoiceOfReceipt } from './held-voice.store.ts';
export { type GuestVoice, leaveVoice } from './leave-voice.ts';
export {
  countSides,
  listLinks,
  readLink,
  readLinkOfGuest,
  readVoiceOfReceipt,
} from './listening.store.ts';
export { makeChallenge, type Proof, proofMinutes, readProof } from './proof.ts';
export { receiptHash, receiptPath } from './receipt.ts';
export { releaseHeldVoice } from './release-held-voice.ts';
export { setAsideHeldVoice } from './set-aside-held-voice.ts';
