import { PersonChip, type PersonChipProps } from './seat-chip.view.tsx';

/** People and the seats from which they act, one under the other. */
export function PersonList({ people }: { people: readonly PersonChipProps[] }) {
  return (
    <ul class="person-list">
      {people.map((person, at) => (
        <li key={at}>
          <PersonChip {...person} />
        </li>
      ))}
    </ul>
  );
}
