export { constituencies } from './constituency.ts';
export type { Ctx, SeatedCtx } from './ctx.ts';
export { enterLink, enterReceipt, enterSeat, enterSession, readAudiences } from './enter.store.ts';
export { readReaders } from './readers.store.ts';
export { allow, badInput, isSeated, notAllowed, notFound, seated } from './refusal.ts';
export { nameVisibility } from './visibility-words.ts';
