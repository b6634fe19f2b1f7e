import { useId } from 'preact/hooks';
import { type SeatGroup, SeatPatterns, SeatShape } from './seat-shape.view.tsx';
import { uiWords } from './ui.words.ts';
import { useWords } from './words.ts';

/** A seat's sign alone; decoration, so its words must stand beside it. */
export function SeatSign({
  group,
  filled = true,
  spoken,
}: {
  group: SeatGroup;
  filled?: boolean;
  spoken?: boolean;
}) {
  const id = useId();
  return (
    <svg class="seat-sign" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <SeatPatterns prefix={id} colours={[group.colour]} />
      <SeatShape
        x={16}
        y={16}
        radius={spoken ? 12 : 14}
        group={group}
        filled={filled}
        spoken={spoken}
        patterns={id}
      />
    </svg>
  );
}

export interface SeatChipProps {
  group: SeatGroup;
  /** What the seat is called; the group's name when left out. */
  label?: string | undefined;
  filled?: boolean | undefined;
}

export function SeatChip({ group, label, filled = true }: SeatChipProps) {
  return (
    <span class="chip">
      <SeatSign group={group} filled={filled} />
      <span>{label ?? group.name}</span>
    </span>
  );
}

export interface PersonChipProps {
  /** Without a name the seat is empty. */
  name?: string | undefined;
  href?: string | undefined;
  /** The seat from which the person acts. */
  seat?: string | undefined;
  group: SeatGroup;
}

/** A person with the seat from which they act. */
export function PersonChip({ name, href, seat, group }: PersonChipProps) {
  const t = useWords(uiWords);
  return (
    <span class="chip chip-person">
      <SeatSign group={group} filled={name !== undefined} />
      <span class="chip-text">
        <span class="chip-name">
          {name === undefined ? t('person.empty') : href ? <a href={href}>{name}</a> : name}
        </span>
        <span class="chip-seat">{seat ?? group.name}</span>
      </span>
    </span>
  );
}
