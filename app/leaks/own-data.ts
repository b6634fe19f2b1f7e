import type { Matrix } from './database-matrix.ts';
import type { LeakActor } from './may-see.ts';

/** Others prepare a copy about somebody; that is theirs. Letters are told by their subject alone. */
const neverTold = ['public.records_request', 'public.mail', 'auth.session'];

/**
 * What a person is told about themselves, whatever seat they hold or no longer hold: the rows that name
 * one of their persons, and what was done from a seat of theirs.
 */
export function toldAboutSelf({ tables, world }: Matrix, { way }: LeakActor): string {
  if (way.by !== 'session' || !way.token) return '';
  const { token } = way;
  // Tokens are names without blanks.
  const account = [...world.accounts].find(([name]) => name.replaceAll(' ', '-') === token)?.[1];
  const rowsOf = (name: string) => tables.find((table) => table.name === name)?.rows ?? [];
  const people = rowsOf('public.person').filter((row) => row.account_id === account);
  const ids = new Set(people.map(({ id }) => id));
  const terms = rowsOf('public.term').filter(({ person_id }) => ids.has(person_id));
  const seats = new Set(terms.map(({ seat_id }) => seat_id));
  const named = tables
    .filter(({ name }) => !neverTold.includes(name))
    .flatMap(({ rows }) => rows)
    .filter((row) =>
      Object.values(row).some((value) => ids.has(value) || seats.has(value) || value === account),
    );
  const voices = rowsOf('public.voice_author').filter(({ person_id }) => ids.has(person_id));
  const raised = rowsOf('public.voice').filter(({ id }) =>
    voices.some(({ voice_id }) => voice_id === id),
  );
  const organizations = rowsOf('public.organization').filter(({ id }) =>
    named.some(({ organization_id }) => organization_id === id),
  );
  const partnerships = people.map(({ partnership_id }) => partnership_id);
  return JSON.stringify([named, raised, organizations, partnerships]);
}
