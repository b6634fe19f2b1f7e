export { readHold, readHolds } from './hold.store.ts';
export { readPeopleOfSeats } from './people-of-seats.store.ts';
export { placeHold } from './place-hold.ts';
export { readTombstones } from './removal.store.ts';
export { readDue, readRetention, readScheduleProfile } from './retention.store.ts';
