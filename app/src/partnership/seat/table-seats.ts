import type { Locale, TableSeat } from '../../ui/index.ts';
import { seatGroup } from '../access/index.ts';
import type { SeatShown } from './seat.ts';

/** Seats as the round table draws them. */
export function tableSeats(
  locale: Locale,
  seats: readonly SeatShown[],
  mark: (seat: SeatShown) => Partial<Pick<TableSeat, 'spoken' | 'filled' | 'note'>> = () => ({}),
): TableSeat[] {
  return seats.map((seat) => ({
    label: seat.title,
    holder: seat.holder ?? undefined,
    group: seatGroup(locale, seat.constituency),
    filled: seat.holder !== null,
    ...mark(seat),
  }));
}
