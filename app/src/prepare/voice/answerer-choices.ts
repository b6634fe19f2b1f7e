import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import type { ChoiceGroup } from '../../ui/index.ts';

/** Seats that can be asked for an answer, by organization, leads first; empty seats cannot. */
export function answererChoices(seats: readonly SeatShown[]): ChoiceGroup[] {
  const groups = new Map<string, ChoiceGroup & { choices: { value: string; label: string }[] }>();
  for (const seat of seats) {
    if (seat.holder === null) continue;
    const group = groups.get(seat.organizationId) ?? { label: seat.organizationName, choices: [] };
    group.choices.push({ value: seat.id, label: seatName(seat) });
    groups.set(seat.organizationId, group);
  }
  return [...groups.values()];
}

/** The lead of an organization: whoever is asked when nobody else is named. */
export function leadOf(seats: readonly SeatShown[], organizationId: string): SeatShown | undefined {
  return seats.find((seat) => seat.organizationId === organizationId && seat.lead && seat.holder);
}

/** The first lead at the table who belongs to another organization. */
export function usualAnswerer(seats: readonly SeatShown[], ownOrganization: string) {
  const leads = seats.filter((seat) => seat.lead && seat.holder);
  return leads.find((seat) => seat.organizationId !== ownOrganization) ?? leads[0];
}
