import type { PersonChange, TermChange } from './import-plan.ts';
import type { PresentTerm } from './present.store.ts';

/**
 * What follows for seats. The terms of leavers end in the seats of the organization that imports,
 * but never the seat that does it. Every other organization is told of its leavers and decides: a
 * person who leaves the district's staff may go on speaking for families or for an association.
 */
export function planTerms(
  people: readonly PersonChange[],
  terms: readonly PresentTerm[],
  own: { organizationId: string; seatId: string; personId: string },
): TermChange[] {
  const changes = new Map(people.map(({ id, change }) => [id, change]));
  return terms.flatMap((term) => {
    const change = changeOf(term, changes.get(term.personId), own);
    const { termId, seatId, person, seat, organization } = term;
    return change ? [{ change, termId, seatId, person, seat, organization }] : [];
  });
}

function changeOf(
  term: PresentTerm,
  person: PersonChange['change'] | undefined,
  own: { organizationId: string; seatId: string; personId: string },
): TermChange['change'] | null {
  if (person === 'back') return term.rosterLeftOn === null ? null : 'unflag';
  if (person !== 'gone') return null;
  if (term.seatId === own.seatId && term.personId === own.personId) return 'keep';
  if (term.organizationId === own.organizationId) return 'end';
  return term.rosterLeftOn === null ? 'flag' : null;
}
