import type { TableSeat } from '../table-seat.ts';
import type { SeatColour } from '../tokens.ts';

/** Invented people and seats for the gallery. */
export const groups = [
  group('A', 1, 'Administration'),
  group('T', 5, 'Teachers’ association'),
  group('S', 3, 'Support staff'),
  group('B', 7, 'School board'),
  group('F', 6, 'Families'),
  group('C', 2, 'Community'),
  group('P', 8, 'Pupils'),
  group('U', 4, 'University'),
] as const;

function group(letter: string, colour: SeatColour, name: string) {
  return { letter, colour, name };
}

const people = ['Rosa Jimenez', 'Dana Whitfield', 'Omar Haddad', 'Lena Park', 'Theo Banks'];

/** `spec` as "A4 T3-1": four seats of A, three of T of which one is empty. */
export function seats(spec: string, spoken?: (at: number) => boolean): TableSeat[] {
  let at = 0;
  return spec.split(' ').flatMap((part) => {
    const [, letter, count, empty] = /^(\w)(\d+)(?:-(\d+))?$/.exec(part) ?? [];
    const found = groups.find((entry) => entry.letter === letter) ?? groups[0];
    return Array.from({ length: Number(count) }, (_, seat) => {
      const filled = seat < Number(count) - Number(empty ?? 0);
      at += 1;
      return {
        label: seat === 0 ? 'Co-chair' : `Member ${seat + 1}`,
        group: found,
        filled,
        ...(filled ? { holder: people[at % people.length] ?? '' } : {}),
        ...(spoken && filled ? { spoken: spoken(at) } : {}),
      };
    });
  });
}
