import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import type { ChoiceGroup } from '../../ui/index.ts';

/** Seats to choose from, by organization, in the order of the table. */
export function ownerChoices(owners: readonly SeatShown[]): ChoiceGroup[] {
  const groups = new Map<string, { label: string; choices: { value: string; label: string }[] }>();
  for (const seat of owners) {
    const group = groups.get(seat.organizationId) ?? { label: seat.organizationName, choices: [] };
    group.choices.push({ value: seat.id, label: seatName(seat) });
    groups.set(seat.organizationId, group);
  }
  return [...groups.values()];
}
