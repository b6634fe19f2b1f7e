/** The people, keys and texts of a caucus, as the server has them: everything written is sealed. */
export interface CaucusSpace {
  partnershipId: string;
  organizationId: string;
  /** Who looks at it. */
  personId: string;
  lead: boolean;
  /** 0 while it has not begun. */
  generation: number;
  generations: readonly GenerationKept[];
  people: readonly CaucusPerson[];
  /** Somebody has the newest key whose term ended. */
  keyIsStale: boolean;
  privateKey: PrivateKeyKept | null;
}

export interface GenerationKept {
  generation: number;
  previous: Uint8Array | null;
  link: Uint8Array | null;
  recoveryRecipient: string;
  recoveryWrapped: Uint8Array;
  recoveryStatement: Uint8Array;
  madeBy: string;
  madeAt: Date;
}

/** Somebody with a seat for the organization today. */
export interface CaucusPerson {
  personId: string;
  name: string;
  seat: string;
  lead: boolean;
  /** The public key; null until they made one. */
  recipient: string | null;
  /** The newest caucus key, wrapped for that public key. */
  access: { wrapped: Uint8Array; statement: Uint8Array } | null;
}

export interface PrivateKeyKept {
  byPassphrase: Uint8Array;
  passkey: string | null;
  byPasskey: Uint8Array | null;
}

/** How far the acting person has come, as far as the server knows: whether they unlocked it does not reach it. */
export type Standing = 'not-begun' | 'keyless' | 'waiting' | 'let-in';

export function standingIn(space: CaucusSpace): Standing {
  if (space.generation === 0) return 'not-begun';
  const me = space.people.find(({ personId }) => personId === space.personId);
  if (!me?.recipient || !space.privateKey) return 'keyless';
  return me.access ? 'let-in' : 'waiting';
}

/** Whose keys were made and wait for somebody to let them in. */
export function waitingIn(space: CaucusSpace): readonly CaucusPerson[] {
  return space.people.filter(({ recipient, access }) => recipient !== null && access === null);
}
