export { addSeat } from './add-seat.ts';
export { endTerm } from './end-term.ts';
export { readSeats, seatsById } from './seat.store.ts';
export { readOpenTerm, readTerms, type TermShown } from './term.store.ts';
