export { readHold, readHolds } from './hold.store.ts';
export { readPeopleOfSeats } from './people-of-seats.store.ts';
export { placeHold } from './place-hold.ts';
export { proposeLifting, proposeRemoval } from './propose-removal.ts';
export { readHindrances, readTombstones } from './removal.store.ts';
export { liftingChange, removalChange } from './removal-change.ts';
export { readDue, readRetention, readScheduleProfile } from './retention.store.ts';
