export { constituencies } from './constituency.ts';
export type { Ctx, SeatedCtx } from './ctx.ts';
export { holdSeat, readEndedSeat } from './ended-seat.store.ts';
export { enterLink, enterReceipt, enterSeat, enterSession, readAudiences } from './enter.store.ts';
export { readReaders } from './readers.store.ts';
export {
  allow,
  badInput,
  isSeated,
  meanwhile,
  notAllowed,
  notFound,
  seated,
  termEnded,
} from './refusal.ts';
export { enterViewAs, readViewsAs } from './view-as.store.ts';
export { nameVisibility } from './visibility-words.ts';
