import type { z } from 'zod';
import { filledIn, forms } from '../leaks/forms.ts';
import type { LeakActor } from '../leaks/may-see.ts';
import { maySeeRow } from '../leaks/may-see-row.ts';
import { type Address, addressesOf } from '../leaks/requests.ts';
import { tableCalled } from '../leaks/tables.ts';
import type { Route } from '../src/routes/routes.ts';
import { slugOf, type Target } from './attack.ts';

/** The fields that a form takes, read from its own description, so that no form is forgotten. */
export function fieldsOf(schema: z.ZodType | undefined): string[] {
  const parts = schema as
    | { shape?: object; options?: z.ZodType[]; def?: Record<string, z.ZodType | undefined> }
    | undefined;
  if (!parts) return [];
  if (parts.shape) return Object.keys(parts.shape);
  const inner = [...(parts.options ?? []), parts.def?.in, parts.def?.out, parts.def?.innerType];
  return [...new Set(inner.flatMap((one) => (one ? fieldsOf(one) : [])))];
}

export const formRoutes = ({ routes }: Target): Route[] =>
  routes.list.filter(({ method, path }) => method === 'POST' && path !== '/sign-out');

/** Each form once, where this person could use it, with what they would type. */
export interface Form {
  route: Route;
  address: Address;
  fields: readonly string[];
  typed(): URLSearchParams;
}

export function* formsFor(target: Target, actor: LeakActor): Generator<Form> {
  for (const route of formRoutes(target)) {
    const address = ownAddress(target, actor, route.path);
    if (!address) continue;
    const fields = fieldsOf(route.schema);
    yield { route, address, fields, typed: () => typedForRoute(target, actor, route) };
  }
}

/** An address of this form that the actor may use; one without a row of its own, or with one they see. */
function ownAddress(target: Target, actor: LeakActor, path: string): Address | undefined {
  const { matrix } = target;
  return addressesOf(matrix, path, slugOf(actor)).find(({ about }) => {
    if (!about) return true;
    // Whoever ends their own term has nothing to send afterwards.
    if (about.table === 'term' && about.row.person_id === actor.seat?.personId) return false;
    const here = about.row.partnership_id === actor.partnershipId;
    return (
      here && maySeeRow(matrix.tables, actor, tableCalled(matrix.tables, about.table), about.row)
    );
  });
}

/** What somebody would type into the form of this route; nothing for a page. */
export const typedForRoute = (target: Target, actor: LeakActor, { path, schema }: Route) =>
  typedInto(target, actor, path, fieldsOf(schema));

function typedInto(
  { matrix }: Target,
  actor: LeakActor,
  path: string,
  fields: readonly string[],
): URLSearchParams {
  const record = tableCalled(matrix.tables, 'record').rows.find(
    (row) => row.kind === 'goal' && row.partnership_id === actor.partnershipId,
  );
  const seatId = actor.seat?.seatId ?? crypto.randomUUID();
  const known =
    path in forms
      ? filledIn(path, { recordId: String(record?.id), seatId })
      : new URLSearchParams();
  return new URLSearchParams(fields.map((field) => [field, known.get(field) ?? 'x']));
}
