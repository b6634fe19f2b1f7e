import { calendarToken } from '../src/act/meeting/server.ts';
import { invitationToken } from '../src/partnership/invitation/index.ts';
import { signerWith } from '../src/platform/signer.ts';
import type { Matrix } from './database-matrix.ts';
import type { LeakActor } from './may-see.ts';
import { type Row, tableCalled } from './tables.ts';

/** One address to ask for: a route with every part of its path filled in. */
export interface Address {
  route: string;
  path: string;
  /** The row that the page is about. */
  about: { table: string; row: Row } | null;
  /** Whoever holds this address acts as somebody else: a guest, a seat's calendar. */
  holder: LeakActor | null;
  /** What the holder of the address is told beyond what the holder may see. */
  told: string;
}

type Filling = Omit<Address, 'route' | 'path'> & { value: string };

const records = ['voice', 'goal', 'team', 'meeting', 'decision', 'action', 'review', 'lesson'];

/** Which rows stand behind the ids in paths. A noun that is missing here has no place in the matrix. */
const tableOf: Record<string, string> = {
  ...Object.fromEntries(records.map((kind) => [`${kind}s`, kind])),
  compact: 'compact',
  'joint-changes': 'joint_change',
  caucus: 'caucus_thread',
  'caucus/posts': 'caucus_post',
  discussions: 'record',
  'discussions/posts': 'discussion_post',
  notices: 'meeting_notice',
  indicators: 'indicator',
  listening: 'listening_link',
  'listening/held': 'held_voice',
  'meetings/series': 'meeting_series',
  'partners/organizations': 'organization',
  'partners/seats': 'seat',
  'partners/invitations': 'invitation',
  'partners/terms': 'term',
  'partners/roster': 'roster_import',
  'partners/resets': 'sign_in_reset',
  'records/exports': 'records_request',
  'records/holds': 'legal_hold',
  records: 'record',
};

/** Fills a route's path in with everything there is to ask for: one row of each audience and state. */
export function addressesOf(matrix: Matrix, route: string, slug: string): Address[] {
  const path = route.replace(':slug', slug);
  const parameter = /:(\w+)(\{[^}]*\})?/.exec(path);
  if (!parameter)
    return questionsOf(matrix, route).map((question) => ({
      ...nothing,
      route,
      path: path + question,
    }));
  const noun = path
    .slice(0, parameter.index)
    .replace(`/p/${slug}/`, '')
    .replace(/^\/|\/$/g, '');
  return fillingsOf(matrix, noun, route).map(({ value, ...filling }) => ({
    ...filling,
    route,
    path: path.replace(parameter[0], value),
  }));
}

/** Forms can be asked for with a record to begin with: the most private of each kind, all questions at once. */
function questionsOf(matrix: Matrix, route: string): string[] {
  if (!route.endsWith('/new')) return [''];
  const closed = (row: Row | undefined) => /^(team|caucus):/.test(String(row?.visible_to));
  const kinds = new Map<unknown, Row>();
  for (const row of tableCalled(matrix.tables, 'record').rows)
    if (closed(row) || !closed(kinds.get(row.kind))) kinds.set(row.kind, row);
  return ['', ...[...kinds.values()].map(({ id }) => String(id))].map(
    (id) =>
      id &&
      `?${['goal', 'review', 'team', 'from', 'voice', 'record'].map((key) => `${key}=${id}`).join('&')}`,
  );
}

function fillingsOf(matrix: Matrix, noun: string, route: string): Filling[] {
  const table = tableOf[noun];
  if (table)
    return rowsToAskFor(matrix, table).map((row) => ({
      value: String(row.id),
      about: { table, row },
      holder: null,
      told: table === 'meeting_notice' ? toldByNotice(matrix, row) : '',
    }));
  const ways = byToken[noun];
  if (!ways) throw new Error(`${route} has no place in the leak matrix.`);
  return ways(matrix);
}

/** Rows that differ in who sees them, or in where they stand. */
export function rowsToAskFor({ tables }: Matrix, table: string): Row[] {
  const states = new Map(tableCalled(tables, 'record').rows.map(({ id, state }) => [id, state]));
  const seen = new Map<string, Row>();
  for (const row of tableCalled(tables, table).rows) {
    const kind = [
      row.partnership_id,
      row.visible_to,
      states.get(row.id),
      row.named_person === null,
    ];
    if (table === 'held_voice') kind.push(row.state as string);
    if (table === 'organization' || table === 'seat')
      kind.push(String(row.organization_id ?? row.id));
    seen.set(JSON.stringify(kind), row);
  }
  return [...seen.values()];
}

const nothing = { about: null, holder: null, told: '' };
const unknownToken = { ...nothing, value: 'nobodymadethis' };

/** Addresses that open something by themselves. */
const byToken: Record<string, (matrix: Matrix) => Filling[]> = {
  start: () => [unknownToken],
  'sign-in/link': () => [unknownToken],
  'sign-in/reset': () => [unknownToken],
  listen: ({ world }) => [
    { ...nothing, value: world.ways.openLink.token, holder: actorCalled(world, 'guest by link') },
    {
      ...nothing,
      value: world.ways.expiredLink.token,
      holder: actorCalled(world, 'guest link expired'),
    },
    { ...unknownToken, holder: actorCalled(world, 'guest link expired') },
  ],
  voice: ({ world }) => [
    { ...nothing, value: world.ways.receipt, holder: actorCalled(world, 'guest by receipt') },
    {
      ...nothing,
      value: world.ways.heldReceipt,
      holder: actorCalled(world, 'guest by receipt of a held voice'),
    },
    unknownToken,
  ],
  join: (matrix) => [
    unknownToken,
    ...rowsToAskFor(matrix, 'invitation').map((row) => ({
      ...nothing,
      value: invitationToken(signerWith('test'), {
        partnershipId: String(row.partnership_id),
        id: String(row.id),
      }),
      told: toldByInvitation(matrix, row),
    })),
  ],
  calendar: ({ world }) => [
    { ...unknownToken, value: 'nobodymadethis.ics' },
    ...world.actors.flatMap((actor) =>
      actor.seat && actor.partnershipId
        ? [
            {
              ...nothing,
              value: `${calendarToken(signerWith('test'), {
                partnershipId: actor.partnershipId,
                personId: actor.seat.personId,
                seatId: actor.seat.seatId,
              })}.ics`,
              holder: actor,
            },
          ]
        : [],
    ),
  ],
};

const actorCalled = ({ actors }: Matrix['world'], key: string): LeakActor =>
  actors.find((actor) => actor.key === key)!;

/** How members of a public body voted is for everybody, under their names. */
function toldByNotice({ tables }: Matrix, notice: Row): string {
  const votes = tableCalled(tables, 'roll_call').rows.filter(
    ({ notice_id }) => notice_id === notice.id,
  );
  return JSON.stringify(votes.map(({ member, seat_title }) => [member, seat_title]));
}

/** To what, by whom and as whom: that is what an invitation says to whoever holds it. */
export function toldByInvitation({ tables }: Matrix, invitation: Row): string {
  const find = (table: string, id: unknown) =>
    tableCalled(tables, table).rows.find((row) => row.id === id);
  const seat = find('seat', invitation.seat_id);
  const inviter = tableCalled(tables, 'term').rows.filter(
    ({ seat_id }) => seat_id === invitation.invited_by_seat,
  );
  return JSON.stringify([
    invitation,
    seat,
    find('organization', seat?.organization_id),
    find('person', invitation.person_id)?.name,
    inviter.map(({ person_id }) => find('person', person_id)?.name),
    find('seat', invitation.invited_by_seat)?.title,
  ]);
}

/** Away from any partnership a person is shown what is their own. */
export const selfOf = ({ world }: Matrix, actor: LeakActor): LeakActor =>
  world.actors.find(
    ({ seat, way }) =>
      seat && way.by === 'session' && actor.way.by === 'session' && way.token === actor.way.token,
  ) ?? actor;

/** The headers of somebody's browser. */
export function headersOf({ way }: LeakActor): Record<string, string> {
  const cookies =
    way.by === 'session' && way.token
      ? [
          `concord.session_token=${encodeURIComponent(`${way.token}.x`)}`,
          ...(way.hat ? [`concord_seat=${way.hat}`] : []),
        ]
      : [];
  return {
    cookie: cookies.join('; '),
    origin: 'http://concord.test',
    host: 'concord.test',
    'accept-language': 'en',
  };
}
