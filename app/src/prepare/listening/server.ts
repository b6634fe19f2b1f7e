export { closeLink } from './close-link.ts';
export { createLink, type NewLink } from './create-link.ts';
export { leaveVoice } from './leave-voice.ts';
export { listLinks, readLink, readLinkOfGuest, readVoiceOfReceipt } from './listening.store.ts';
export { receiptHash, receiptPath } from './receipt.ts';
