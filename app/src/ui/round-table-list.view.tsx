import { SeatSign } from './seat-chip.view.tsx';
import { type SeatedGroup, seatWords } from './table-seat.ts';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

/** The same seats in words, group by group. */
export function RoundTableList({
  groups,
  title,
}: {
  groups: readonly SeatedGroup[];
  title: string;
}) {
  const t = useWords(uiWords);
  return (
    <ul class="seat-list" aria-label={title}>
      {groups.map((group) => (
        <li key={group.letter + group.name}>
          <p class="seat-list-group">{groupWords(t, group)}</p>
          <ul>
            {group.seats.map((seat, at) => (
              <li key={at}>{seatWords(t, seat)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

export interface LegendProps {
  groups: readonly SeatedGroup[];
  counts: boolean;
}

/** Which sign is whose, and how full each side of the table is. */
export function RoundTableLegend({ groups, counts }: LegendProps) {
  return (
    <ul class="legend">
      {groups.map((group) => (
        <li key={group.letter + group.name}>
          <SeatSign group={group} />
          <span class="legend-name">{group.name}</span>
          {counts && <LegendCount group={group} />}
        </li>
      ))}
    </ul>
  );
}

function LegendCount({ group }: { group: SeatedGroup }) {
  const t = useWords(uiWords);
  const spokenKnown = group.seats.some((seat) => seat.spoken !== undefined);
  const value = group.seats.filter((seat) => (spokenKnown ? seat.spoken : seat.filled)).length;
  return <span class="legend-count">{t('progress.of', { value, total: group.seats.length })}</span>;
}

function groupWords(t: Parameters<typeof seatWords>[0], group: SeatedGroup): string {
  const { name, seats } = group;
  const filled = seats.filter((seat) => seat.filled).length;
  if (seats.every((seat) => seat.spoken === undefined)) {
    return t('table.group', { name, filled, seats: seats.length });
  }
  const spoken = seats.filter((seat) => seat.spoken).length;
  return t('table.group-spoken', { name, filled, seats: seats.length, spoken });
}
