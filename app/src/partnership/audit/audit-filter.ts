/** Which lines of the audit trail are asked for; all of them when nothing is set. */
export interface AuditFilter {
  /** The first word of an action: `goal`. */
  noun?: string | undefined;
  organizationId?: string | undefined;
  seatId?: string | undefined;
  recordId?: string | undefined;
  /** Days on the partnership's clocks, both included. */
  from?: string | undefined;
  until?: string | undefined;
}

/** A place in the trail, newest first: what follows is older. */
export interface AuditPlace {
  at: Date;
  visibleTo: string;
  number: number;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads the questions in an address. What is no day is named; anything else unknown means all. */
export function readAuditFilter(query: (name: string) => string | undefined): {
  filter: AuditFilter;
  notDays: ('from' | 'until')[];
} {
  const id = (text: string | undefined) => (text && uuid.test(text) ? text : undefined);
  const day = (text: string | undefined) => (text && isDay(text) ? text : undefined);
  const [sort, by] = (query('by') ?? '').split(':');
  const noun = query('kind') ?? '';
  const [from, until] = [query('from'), query('until')];
  return {
    filter: {
      noun: /^[a-z]{1,40}$/.test(noun) ? noun : undefined,
      organizationId: sort === 'organization' ? id(by) : undefined,
      seatId: sort === 'seat' ? id(by) : undefined,
      recordId: id(query('record')),
      from: day(from),
      until: day(until),
    },
    notDays: [
      ...(from && !day(from) ? (['from'] as const) : []),
      ...(until && !day(until) ? (['until'] as const) : []),
    ],
  };
}

function isDay(text: string): boolean {
  const moment = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(text)
  );
}

/** Who did it, as the form's one field has it. */
export function byOf({ organizationId, seatId }: AuditFilter): string {
  if (seatId) return `seat:${seatId}`;
  return organizationId ? `organization:${organizationId}` : '';
}

/** The question part of an address that asks the same again. */
export function auditQuery(filter: AuditFilter, further: Record<string, string> = {}): string {
  const query = new URLSearchParams();
  const fields = {
    kind: filter.noun,
    by: byOf(filter),
    record: filter.recordId,
    from: filter.from,
    until: filter.until,
    ...further,
  };
  for (const [name, value] of Object.entries(fields)) if (value) query.set(name, value);
  const text = query.toString();
  return text ? `?${text}` : '';
}

export const isFiltered = (filter: AuditFilter): boolean => auditQuery(filter) !== '';

export function placeText({ at, visibleTo, number }: AuditPlace): string {
  return `${at.getTime()}.${number}.${visibleTo}`;
}

export function readPlace(text: string | undefined): AuditPlace | undefined {
  const [, at, number, visibleTo] =
    /^(\d{1,15})\.(\d{1,15})\.([a-z]+(?::[0-9a-f-]{36})?)$/.exec(text ?? '') ?? [];
  return visibleTo ? { at: new Date(Number(at)), number: Number(number), visibleTo } : undefined;
}
