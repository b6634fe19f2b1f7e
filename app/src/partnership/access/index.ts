export { accessWords } from './access.words.ts';
export {
  type Actor,
  type EndedSeat,
  nobody,
  type PartnershipHere,
  type SeatedActor,
  type SeatHeld,
} from './actor.ts';
export { type Constituency, constituencies } from './constituency.ts';
export { seatGroup } from './constituency-words.ts';
export { ReaderList } from './reader-list.view.tsx';
export {
  type Readers,
  type ReadingOrganization,
  type ReadingPerson,
  type ReadingSeat,
  seatsIn,
} from './readers.ts';
export { readViewAs, type SeenAs, type ViewAs, viewAsKey } from './view-as.ts';
export { bodyOf, sortOf } from './visibility.ts';
export { VisibleTo } from './visible-to.view.tsx';
export { WhoCanRead } from './who-can-read.view.tsx';
