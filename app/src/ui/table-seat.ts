import type { SeatGroup } from './seat-shape.view.tsx';
import type { UiKey } from './ui.words.ts';
import type { Say } from './words.ts';

export interface TableSeat {
  label: string;
  holder?: string | undefined;
  group: SeatGroup;
  filled: boolean;
  /** Left out where speaking is not the question. */
  spoken?: boolean | undefined;
  note?: string | undefined;
}

export interface SeatedGroup extends SeatGroup {
  seats: TableSeat[];
}

/** Seats by group, groups in the order in which they first appear. */
export function groupSeats(seats: readonly TableSeat[]): SeatedGroup[] {
  const groups = new Map<string, SeatedGroup>();
  for (const seat of seats) {
    const key = `${seat.group.letter} ${seat.group.name}`;
    const group = groups.get(key) ?? { ...seat.group, seats: [] };
    group.seats.push(seat);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One seat in a sentence part: who sits there, whether they have spoken, a note. */
export function seatWords(t: Say<UiKey>, seat: TableSeat): string {
  const { label, holder, filled, spoken, note } = seat;
  const who = !filled
    ? t('table.seat-empty', { label })
    : holder
      ? t('table.seat-filled', { label, holder })
      : t('table.seat-taken', { label });
  const voice = spoken === undefined ? '' : spoken ? t('table.spoken') : t('table.silent');
  return [who, voice, note].filter(Boolean).join(', ');
}
