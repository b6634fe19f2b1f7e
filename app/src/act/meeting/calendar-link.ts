import type { Signer } from '../../platform/signer.ts';

/** Whose calendar it is. */
export interface CalendarOwner {
  partnershipId: string;
  personId: string;
  seatId: string;
}

const purpose = 'calendar';

/** The token in the address of a seat's calendar: made from its ids, so that it is stored nowhere. */
export function calendarToken(signer: Signer, owner: CalendarOwner): string {
  const ids = [owner.partnershipId, owner.personId, owner.seatId].join('').replaceAll('-', '');
  const name = Buffer.from(ids, 'hex').toString('base64url');
  return `${name}.${signer.sign(purpose, name)}`;
}

/** Whose calendar a token opens, or null when it was not made by this installation. */
export function readCalendarToken(signer: Signer, token: string): CalendarOwner | null {
  const [name = '', signature = ''] = token.split('.');
  if (name.length !== 64 || !signer.verify(purpose, name, signature)) return null;
  const hex = Buffer.from(name, 'base64url').toString('hex');
  const uuid = (at: number) =>
    hex.slice(at * 32, at * 32 + 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { partnershipId: uuid(0), personId: uuid(1), seatId: uuid(2) };
}
