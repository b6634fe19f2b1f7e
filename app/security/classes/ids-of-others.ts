import type { LeakActor } from '../../leaks/may-see.ts';
import { maySeeRow } from '../../leaks/may-see-row.ts';
import { addressesOf } from '../../leaks/requests.ts';
import { type Row, tableCalled } from '../../leaks/tables.ts';
import { type Attack, type AttackClass, actorCalled, slugOf, type Target } from '../attack.ts';
import { fieldsOf, formRoutes, formsFor, typedForRoute } from '../form-fields.ts';

const senders = ['superintendent', 'parent', 'before a seat', 'after a seat ended'];

/** Rows that exist and that the sender may not see, where a path names them. */
function* hiddenPaths(
  target: Target,
  actor: LeakActor,
  theirs: (row: Row) => boolean,
): Generator<Attack> {
  const { matrix } = target;
  for (const route of target.routes.list) {
    const audiences = new Set<string>();
    for (const { path, about } of addressesOf(matrix, route.path, slugOf(actor))) {
      if (!about || !theirs(about.row)) continue;
      const table = tableCalled(matrix.tables, about.table);
      const audience = String(about.row.visible_to).split(':')[0] ?? '';
      if (maySeeRow(matrix.tables, actor, table, about.row) || audiences.has(audience)) continue;
      audiences.add(audience);
      yield route.method === 'GET'
        ? { actor, method: 'GET', path, must: 'be refused' }
        : {
            actor,
            method: 'POST',
            path,
            body: typedForRoute(target, actor, route),
            must: 'be refused',
          };
    }
  }
}

/** What is hidden from a person within their own partnership. */
export const idsOfOtherSides: AttackClass = {
  name: "another side's ids",
  ownChanges: false,
  *attacks(target) {
    for (const key of senders) {
      const actor = actorCalled(target, key);
      yield* hiddenPaths(target, actor, (row) => row.partnership_id === actor.partnershipId);
    }
  },
};

export const idsOfOtherPartnerships: AttackClass = {
  name: "other partnership's ids",
  ownChanges: false,
  *attacks(target) {
    for (const key of senders) {
      const actor = actorCalled(target, key);
      yield* hiddenPaths(target, actor, (row) => row.partnership_id !== actor.partnershipId);
    }
    // Somebody of another partnership at an address of this one.
    const visiting = actorCalled(target, 'other lead visiting');
    for (const { route, address, typed } of formsFor(target, actorCalled(target, 'superintendent')))
      if (route.path.startsWith('/p/'))
        yield {
          actor: visiting,
          method: 'POST',
          path: address.path,
          body: typed(),
          must: 'be refused',
        };
  },
};

/** Fields that name a record, a seat or a person: each in turn names one of another partnership. */
const naming = /(?:Id|Ids|Seat|seat|goal|team|voice|review|from|carried|coChairs|account)$/;

export const idsInFields: AttackClass = {
  name: "others' ids in fields",
  ownChanges: true,
  *attacks(target) {
    const actor = actorCalled(target, 'superintendent');
    const strange = ['record', 'seat', 'person', 'organization', 'cycle'].map((table) =>
      tableCalled(target.matrix.tables, table).rows.find(
        (row) => (row.partnership_id ?? row.id) !== actor.partnershipId,
      ),
    );
    const forms = new Map([...formsFor(target, actor)].map((form) => [form.route.path, form]));
    for (const route of formRoutes(target)) {
      const form = forms.get(route.path);
      if (!form) continue;
      for (const field of fieldsOf(route.schema).filter((name) => naming.test(name)))
        for (const row of strange) {
          const body = form.typed();
          body.set(field, String(row?.id));
          yield { actor, method: 'POST', path: form.address.path, body };
        }
    }
  },
};
