export { type SeatShown, seatName } from './seat.ts';
export { tableSeats } from './table-seats.ts';
