/** Whoever tries to read: what the design says about them, not what the database answers. */
export interface LeakActor {
  key: string;
  /** The partnership whose address they use, or whose link they hold. */
  partnershipId: string | null;
  /** The hat: null for visitors, guests and people whose term is not running. */
  seat: {
    seatId: string;
    personId: string;
    organizationId: string;
    lead: boolean;
    teamIds: readonly string[];
  } | null;
  /** The one thing that a guest's link or receipt opens. */
  guestOf: string | null;
  way:
    | {
        by: 'session';
        token: string | null;
        slug: string;
        hat: string | null;
        /** As whom they look: the key in `?view-as=`. */
        as?: string;
      }
    | { by: 'link'; token: string }
    | { by: 'receipt'; receipt: string }
    | { by: 'sign-in role' };
}

/** Anything that was written: a row, or a word in a text. */
export interface Written {
  partnershipId: string | null;
  visibleTo: string;
  /** What a guest would have to hold: the id of a voice or of a listening link. */
  id: string | null;
}

/** The whole rule, as the design has it. */
export function maySee(actor: LeakActor, written: Written): boolean {
  if (actor.way.by === 'sign-in role') return false;
  if (written.visibleTo === 'public') return true;
  if (actor.partnershipId === null || actor.partnershipId !== written.partnershipId) return false;
  if (actor.guestOf !== null && actor.guestOf === written.id) return true;
  if (!actor.seat) return false;
  const [audience, id] = written.visibleTo.split(':');
  switch (audience) {
    case 'partnership':
      return true;
    case 'leads':
      return actor.seat.lead;
    case 'team':
      return actor.seat.teamIds.includes(id ?? '');
    case 'caucus':
      return actor.seat.organizationId === id;
    case 'person':
      return actor.seat.personId === id;
    default:
      return false;
  }
}
