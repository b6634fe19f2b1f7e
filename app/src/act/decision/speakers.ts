import { seatGroup } from '../../partnership/access/index.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import type { Locale, TableSeat } from '../../ui/index.ts';
import type { Elector } from './decision.ts';

/** Seats by id; empty for visitors, who see constituencies without names. */
export type SeatsKnown = ReadonlyMap<string, SeatShown>;

/** The electorate as the round table draws it. */
export function speakersAtTable(
  locale: Locale,
  electors: readonly Elector[],
  seats: SeatsKnown,
  mark: (elector: Elector) => Pick<TableSeat, 'spoken' | 'note'>,
): TableSeat[] {
  return electors.map((elector) => {
    const seat = seats.get(elector.seatId);
    const group = seatGroup(locale, elector.constituency);
    return {
      label: seat?.title ?? group.name,
      holder: seat?.holder ?? undefined,
      group,
      filled: seat ? seat.holder !== null : true,
      ...mark(elector),
    };
  });
}
