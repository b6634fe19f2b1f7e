import type { LeakActor } from './may-see.ts';
import { type LeakTable, type Row, tableCalled } from './tables.ts';

type Seat = NonNullable<LeakActor['seat']>;
type Rule = (seat: Seat, row: Row, tables: readonly LeakTable[], actor: LeakActor) => boolean;

const lead: Rule = (seat) => seat.lead;
const fills: Rule = (seat, row, tables) =>
  mayFill(seat, row.organization_id ?? organizationOf(tables, row.seat_id), tables);
const ownSeat: Rule = (seat, row) => row.seat_id === seat.seatId;
const ownOrganization: Rule = (seat, row) =>
  ownSeat(seat, row, [], {} as LeakActor) && row.organization_id === seat.organizationId;
const leadsOwn: Rule = (seat, row, tables, actor) =>
  seat.lead && ownOrganization(seat, row, tables, actor);
const nobody: Rule = () => false;
const ownWords: Rule = (seat, row) => row.person_id === seat.personId;

/** Who may add a row like this one, beyond sitting in its partnership and its audience. */
const adds: Record<string, Rule> = {
  record: (seat, row) => row.created_by_seat === null || row.created_by_seat === seat.seatId,
  cycle: lead,
  site: lead,
  organization: lead,
  person: lead,
  roster_import: lead,
  // Nobody puts words into a guest's mouth.
  voice: (_, row) => row.link_id === null,
  seat: fills,
  term: fills,
  invitation: (seat, row, tables, actor) =>
    fills(seat, row, tables, actor) && seesSeat(tables, actor, row.seat_id),
  listening_link: (seat, row) => seat.lead && row.created_by_seat === seat.seatId,
  ratification: (seat, row, tables, actor) =>
    leadsOwn(seat, row, tables, actor) && row.person_id === seat.personId,
  goal_endorsement: leadsOwn,
  records_request: (seat, row) =>
    seat.lead && row.made_by_seat === seat.seatId && row.reviewed_at === null,
  records_left_out: (seat, row) => seat.lead && row.named_by_seat === seat.seatId,
  legal_hold: (seat, row, tables, actor) =>
    seat.lead &&
    row.placed_by_seat === seat.seatId &&
    row.lifted_at === null &&
    (row.record_id === null || holdable(tables, actor, row.record_id)),
  minutes_approval: ownOrganization,
  caucus_member: ownWords,
  caucus_generation: (seat, row) =>
    row.made_by === seat.personId && (row.link !== null || seat.lead),
  caucus_access: (seat, row) => row.let_in_by === seat.personId,
  caucus_thread: ownWords,
  jurisdiction_review: (seat, row, tables, actor) =>
    leadsOwn(seat, row, tables, actor) && row.person_id === seat.personId,
  meeting_notice: (seat, row) =>
    row.posted_by_seat === seat.seatId && seat.teamIds.includes(String(row.team_id)),
  discussion_post: (seat, row) =>
    row.person_id === seat.personId && row.seat_id === seat.seatId && row.withdrawn_at === null,
  caucus_post: ownWords,
  indicator_value: (seat, row, tables) =>
    keeps(seat, row, tables) && row.entered_by_seat === seat.seatId,
  team_seat: mayJoin,
  stance: (seat, row, tables) =>
    ownSeat(seat, row, tables, {} as LeakActor) &&
    row.person_id === seat.personId &&
    row.visible_to === `person:${seat.personId}` &&
    takesStances(row, tables),
  team_place: (seat, row, tables) => {
    const team = byId(tables, 'record', row.team_id);
    return team?.created_by_seat === seat.seatId && team.state === 'forming';
  },
  compact_line: (seat, row, tables) => wrote(seat, row.compact_id, tables),
  meeting_series: onTeamOf,
  meeting: onTeamOf,
  agenda_item: inMeeting,
  attendance: inMeeting,
  decision: onTeamOf,
  // Until the decision opens, which a guard looks after.
  decision_gate: (seat, row, tables) => inDecision(seat, row.decision_id, tables),
  decision_elector: (seat, row, tables) => inDecision(seat, row.decision_id, tables),
  decision_round: (seat, row, tables) => inDecision(seat, row.decision_id, tables),
  dissent: (seat, row, tables) =>
    row.seat_id === seat.seatId && decisionOf(row, tables)?.closed_at !== null,
};

/** Who may change a row, as far as the database itself decides it. */
const changes: Record<string, Rule> = {
  record: touchesRecord,
  cycle: lead,
  site: lead,
  compact: lead,
  goal: lead,
  organization: (seat, row) => seat.lead && row.id === seat.organizationId,
  person: (seat, row) => seat.lead || row.id === seat.personId,
  seat: fills,
  term: lead,
  invitation: lead,
  listening_link: lead,
  roster_import: lead,
  records_request: lead,
  caucus_member: ownWords,
  caucus_access: nobody,
  discussion_post: ownWords,
  caucus_post: ownWords,
  indicator_value: keeps,
  voice: (seat, row, tables) => answersVoice(seat, row.id, tables),
  team: (seat, row, tables) => roleOn(seat, row.id, tables) === 'co-chair',
  team_seat: (seat, row, tables) => mayJoin(seat, row, tables) || mayLeave(seat, row, tables),
  meeting_series: onTeamOf,
  meeting: onTeamOf,
  agenda_item: inMeeting,
  attendance: inMeeting,
  decision: (seat, row, tables) => inDecision(seat, row.id, tables),
  decision_elector: ownSeat,
  action: (seat, row, tables) => tendsAction(seat, row.id, tables),
  stance: (seat, row, tables) =>
    row.seat_id === seat.seatId &&
    decisionOf(row, tables)?.opened_at !== null &&
    decisionOf(row, tables)?.closed_at === null,
};

/** Who may take a row away. */
const removes: Record<string, Rule> = {
  compact_line: (seat, row, tables) => wrote(seat, row.compact_id, tables),
  decision_gate: (seat, row, tables) => inDecision(seat, row.decision_id, tables),
};

/**
 * Rows whose answer can differ: where only the audience decides, one of each audience stands for all.
 * A guest's own words differ from others in what they came by.
 */
export function tellingRows(table: LeakTable): readonly Row[] {
  const name = table.name.replace('public.', '');
  if (name in adds || name === 'record_link') return table.rows;
  const seen = new Map<string, Row>();
  for (const row of table.rows) {
    const guest = [
      row.kind,
      row.link_id,
      row.created_by_seat === null,
      row.answered_at === null,
      row.revealed_at === null,
    ];
    seen.set(JSON.stringify([row.partnership_id, row.visible_to, ...guest]), row);
  }
  return [...seen.values()];
}

/** The same rows as if the actor had written them, and one's own sent where one does not belong. */
export function forgedRows(
  tables: readonly LeakTable[],
  actor: LeakActor,
  table: LeakTable,
  beside: { organizationId: string; partnershipId: string },
): readonly Row[] {
  const { seat } = actor;
  if (!seat) return [];
  const own: Row = {
    seat_id: seat.seatId,
    person_id: seat.personId,
    organization_id: seat.organizationId,
    created_by_seat: seat.seatId,
    placed_by_seat: seat.seatId,
    made_by_seat: seat.seatId,
    named_by_seat: seat.seatId,
    entered_by_seat: seat.seatId,
    made_by: seat.personId,
    let_in_by: seat.personId,
  };
  const forged = tellingRows(table).map((row) => {
    const owned = Object.entries(own).filter(([column]) => column in row);
    const person = String(row.visible_to).startsWith('person:');
    const audience = person ? { visible_to: `person:${seat.personId}` } : {};
    return { ...row, ...Object.fromEntries(owned), ...audience };
  });
  const allowed = [...table.rows, ...forged].find((row) => mayAddRow(tables, actor, table, row));
  if (!allowed || !('visible_to' in allowed)) return forged;
  return [
    ...(Object.keys(own).some((column) => column in allowed) ? forged : []),
    { ...allowed, visible_to: `caucus:${beside.organizationId}` },
    { ...allowed, partnership_id: beside.partnershipId },
  ];
}

/** What an insertion of exactly this row would be answered with. */
export function mayAddRow(
  tables: readonly LeakTable[],
  actor: LeakActor,
  table: LeakTable,
  row: Row,
): boolean {
  const name = table.name.replace('public.', '');
  // Letters leave for people who are known to nobody yet.
  if (name === 'mail') return true;
  if (actor.way.by === 'link') return guestAdds(name, actor, row);
  if (!actor.seat || row.partnership_id !== actor.partnershipId) return false;
  if (name === 'record_link') return seesEnds(tables, actor, row);
  return inAudience(actor, row) && (adds[name]?.(actor.seat, row, tables, actor) ?? true);
}

export function mayChangeRow(
  tables: readonly LeakTable[],
  actor: LeakActor,
  table: LeakTable,
  row: Row,
): boolean {
  const name = table.name.replace('public.', '');
  if (name === 'partnership') return actor.seat?.lead === true && row.id === actor.partnershipId;
  if (!actor.seat || row.partnership_id !== actor.partnershipId) return false;
  return inAudience(actor, row) && (changes[name]?.(actor.seat, row, tables, actor) ?? true);
}

export function mayRemoveRow(
  tables: readonly LeakTable[],
  actor: LeakActor,
  table: LeakTable,
  row: Row,
): boolean {
  if (!actor.seat || row.partnership_id !== actor.partnershipId) return false;
  if (table.name === 'public.record_link')
    return row.created_by_seat === actor.seat.seatId && seesEnds(tables, actor, row);
  const name = table.name.replace('public.', '');
  return inAudience(actor, row) && (removes[name]?.(actor.seat, row, tables, actor) ?? true);
}

/** A person by an open link says something new, and nothing else. */
function guestAdds(name: string, actor: LeakActor, row: Row): boolean {
  if (row.partnership_id !== actor.partnershipId) return false;
  if (name === 'held_voice') return row.link_id === actor.guestOf;
  if (row.visible_to !== 'partnership') return false;
  if (name === 'record') return row.kind === 'voice' && row.created_by_seat === null;
  if (name !== 'voice') return false;
  return (
    row.link_id === actor.guestOf &&
    row.named_person === null &&
    row.answered_at === null &&
    row.receipt_hash !== null
  );
}

function inAudience({ seat }: LeakActor, row: Row): boolean {
  if (!seat) return false;
  const audiences = [
    'public',
    'partnership',
    `caucus:${seat.organizationId}`,
    `person:${seat.personId}`,
    ...seat.teamIds.map((id) => `team:${id}`),
  ];
  return audiences.includes(row.visible_to as string);
}

function seesEnds(tables: readonly LeakTable[], actor: LeakActor, row: Row): boolean {
  const { rows } = tableCalled(tables, 'record');
  return [row.from_id, row.to_id].every((id) => {
    const end = rows.find((record) => record.id === id);
    return end !== undefined && (end.visible_to === 'public' || inAudience(actor, end));
  });
}

/** Seen by whoever wants it held, and no organization's own. */
function holdable(tables: readonly LeakTable[], actor: LeakActor, id: unknown): boolean {
  const record = tableCalled(tables, 'record').rows.find((row) => row.id === id);
  return (
    record !== undefined &&
    inAudience(actor, record) &&
    !/^(caucus|person):/.test(String(record.visible_to))
  );
}

function seesSeat(tables: readonly LeakTable[], actor: LeakActor, id: unknown): boolean {
  const seat = tableCalled(tables, 'seat').rows.find((row) => row.id === id);
  return seat !== undefined && inAudience(actor, seat);
}

function organizationOf(tables: readonly LeakTable[], seatId: unknown): unknown {
  return tableCalled(tables, 'seat').rows.find(({ id }) => id === seatId)?.organization_id;
}

/** Its own lead; before anybody has sat there, every lead. */
function mayFill(seat: Seat, organizationId: unknown, tables: readonly LeakTable[]): boolean {
  const sat = tableCalled(tables, 'term').rows.some(
    ({ seat_id }) => organizationOf(tables, seat_id) === organizationId,
  );
  const known = tableCalled(tables, 'organization').rows.some(({ id }) => id === organizationId);
  return seat.lead && (organizationId === seat.organizationId || (known && !sat));
}

/** Own seats, to teams that have places for the organization; whoever forms a team names first co-chairs. */
function mayJoin(seat: Seat, row: Row, tables: readonly LeakTable[]): boolean {
  const team = byId(tables, 'record', row.team_id);
  const forms = team?.created_by_seat === seat.seatId && team.state === 'forming';
  const places = tableCalled(tables, 'team_place').rows.some(
    (each) =>
      each.team_id === row.team_id &&
      each.organization_id === seat.organizationId &&
      Number(each.places) > 0,
  );
  return (namesOwn(seat, row, tables) && places) || (forms && row.role === 'co-chair');
}

function mayLeave(seat: Seat, row: Row, tables: readonly LeakTable[]): boolean {
  return row.seat_id === seat.seatId || namesOwn(seat, row, tables);
}

function namesOwn(seat: Seat, row: Row, tables: readonly LeakTable[]): boolean {
  const own = organizationOf(tables, row.seat_id) === seat.organizationId;
  return own && (seat.lead || roleOn(seat, row.team_id, tables) === 'co-chair');
}

function roleOn(seat: Seat, teamId: unknown, tables: readonly LeakTable[]): unknown {
  return tableCalled(tables, 'team_seat').rows.find(
    (each) => each.team_id === teamId && each.seat_id === seat.seatId && each.left_on === null,
  )?.role;
}

function byId(tables: readonly LeakTable[], table: string, id: unknown): Row | undefined {
  return tableCalled(tables, table).rows.find((row) => row.id === id);
}

function onTeamOf(seat: Seat, row: Row): boolean {
  return seat.teamIds.includes(String(row.team_id));
}

function inMeeting(seat: Seat, row: Row, tables: readonly LeakTable[]): boolean {
  const meeting = byId(tables, 'meeting', row.meeting_id);
  return meeting !== undefined && onTeamOf(seat, meeting);
}

/** The team's, and those who were asked for a stance. */
function inDecision(seat: Seat, id: unknown, tables: readonly LeakTable[]): boolean {
  const decision = byId(tables, 'decision', id);
  const asked = tableCalled(tables, 'decision_elector').rows.some(
    (each) => each.decision_id === id && each.seat_id === seat.seatId,
  );
  return decision !== undefined && (asked || onTeamOf(seat, decision));
}

function answersVoice(seat: Seat, id: unknown, tables: readonly LeakTable[]): boolean {
  const asked = byId(tables, 'voice', id)?.answer_seat;
  return (
    asked === seat.seatId || (seat.lead && organizationOf(tables, asked) === seat.organizationId)
  );
}

function tendsAction(seat: Seat, id: unknown, tables: readonly LeakTable[]): boolean {
  const action = byId(tables, 'action', id);
  if (!action || action.owner_seat === seat.seatId) return action !== undefined;
  return action.team_id === null
    ? byId(tables, 'record', id)?.created_by_seat === seat.seatId
    : roleOn(seat, action.team_id, tables) === 'co-chair';
}

function wrote(seat: Seat, id: unknown, tables: readonly LeakTable[]): boolean {
  const author = byId(tables, 'record', id)?.created_by_seat;
  return author !== undefined && organizationOf(tables, author) === seat.organizationId;
}

/** Whose business a record is; what exactly may change of it, guards look after. */
function touchesRecord(seat: Seat, row: Row, tables: readonly LeakTable[]): boolean {
  switch (row.kind) {
    case 'compact':
      return seat.lead;
    case 'voice':
      return seat.lead || answersVoice(seat, row.id, tables);
    case 'goal':
      return true;
    case 'team':
      return (
        roleOn(seat, row.id, tables) === 'co-chair' ||
        (row.state === 'forming' && (seat.lead || row.created_by_seat === seat.seatId))
      );
    case 'meeting':
      return inMeeting(seat, { meeting_id: row.id }, tables);
    case 'decision':
      return inDecision(seat, row.id, tables);
    case 'action':
      return tendsAction(seat, row.id, tables);
    default:
      return false;
  }
}

function keeps(seat: Seat, row: Row, tables: readonly LeakTable[]): boolean {
  const { rows } = tableCalled(tables, 'indicator');
  const keeper = rows.find(({ id }) => id === row.indicator_id)?.keeper_seat;
  return (
    keeper === seat.seatId || (seat.lead && organizationOf(tables, keeper) === seat.organizationId)
  );
}

function decisionOf(row: Row, tables: readonly LeakTable[]): Row | undefined {
  return tableCalled(tables, 'decision').rows.find(({ id }) => id === row.decision_id);
}

function takesStances(row: Row, tables: readonly LeakTable[]): boolean {
  const decision = decisionOf(row, tables);
  const round = tableCalled(tables, 'decision_round').rows.find(
    (each) => each.decision_id === row.decision_id && each.round === row.round,
  );
  return (
    row.revealed_at === null &&
    decision?.round === row.round &&
    decision?.closed_at === null &&
    round?.revealed_at === null
  );
}
