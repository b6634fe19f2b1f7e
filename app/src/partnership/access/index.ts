export { accessWords } from './access.words.ts';
export {
  type Actor,
  nobody,
  type PartnershipHere,
  type SeatedActor,
  type SeatHeld,
} from './actor.ts';
export { type Constituency, constituencies } from './constituency.ts';
export { seatGroup } from './constituency-words.ts';
export { bodyOf, sortOf } from './visibility.ts';
export { VisibleTo } from './visible-to.view.tsx';
